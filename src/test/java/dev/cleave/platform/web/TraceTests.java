package dev.cleave.platform.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraceTests {

	private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	@Test
	void continuesTheCallersTraceUnderANewParent() {
		var trace = Trace.continuing("00-" + ID + "-00f067aa0ba902b7-00");

		assertThat(trace.id()).isEqualTo(ID);
		assertThat(trace.parent()).matches("00-" + ID + "-(?!00f067aa0ba902b7)[0-9a-f]{16}-00");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "garbage", "ff-" + ID + "-00f067aa0ba902b7-01",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-" + ID + "-0000000000000000-01",
			"00-" + ID + "-00f067aa0ba902b7-01\r\nX: y" })
	void beginsItsOwnWhereNoneCanBeRead(String traceparent) {
		assertThat(Trace.continuing(traceparent).id()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
	}

}
