package dev.cleave.platform.web;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodyLimitFilterTests {

	private static final FilterChain READ_ALL = (request, response) -> request.getInputStream().readAllBytes();

	private final BodyLimitFilter filter = new BodyLimitFilter(new WebSettings(DataSize.ofBytes(10),
			Map.of("/wide", DataSize.ofBytes(20), "/streams/**", DataSize.ofBytes(0)), "secret"));

	@Test
	void readsABodyUpToTheLimitOfItsPath() throws ServletException, IOException {
		send("/narrow", 10, true);
		send("/wide", 20, true);
		send("/streams/deep/down", 100_000, false);
	}

	@Test
	void refusesABodyThatSaysItIsTooLarge() {
		assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(() -> send("/narrow", 11, true));
	}

	@Test
	void refusesABodyThatTurnsOutToBeTooLarge() {
		assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(() -> send("/narrow", 11, false))
			.satisfies(failure -> assertThat(failure.getMessage()).contains("10 bytes"));
	}

	private void send(String path, int size, boolean saysItsLength) throws ServletException, IOException {
		var request = new MockHttpServletRequest("POST", path) {

			@Override
			public long getContentLengthLong() {
				return saysItsLength ? super.getContentLengthLong() : -1;
			}

		};
		request.setContent(new byte[size]);
		this.filter.doFilter(request, new MockHttpServletResponse(), READ_ALL);
	}

}
