package dev.cleave.platform.web;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreferTests {

	@Test
	void waitsAsLongAsTheCallerWouldButNeverLongerThanTheLimit() {
		assertThat(new Prefer("wait=3").waitTime()).contains(Duration.ofSeconds(3));
		assertThat(new Prefer("respond-async, Wait = \"4\"; foo=bar").waitTime()).contains(Duration.ofSeconds(4));
		assertThat(new Prefer("wait=86400").waitTime()).contains(Prefer.LONGEST);
		assertThat(new Prefer("wait=86400").applied()).contains("wait=10");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "wait", "wait=-1", "wait=0", "wait=soon", "await=5", "return=minimal" })
	void doesNotWaitForWhatIsNoTime(String header) {
		assertThat(new Prefer(header).waitTime()).isEmpty();
	}

}
