package dev.cleave.platform.web;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IdempotencyKeyTests {

	@Test
	void takesTheKeyBareOrQuoted() {
		assertThat(key("abc").value()).isEqualTo("abc");
		assertThat(key("\"abc\"").value()).isEqualTo("abc");
		assertThat(key("a".repeat(255)).value()).hasSize(255);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "caf\u00e9", "a\u0007b" })
	void refusesWhatIsNoKey(String header) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> key(header))
			.satisfies(problem -> assertThat(problem.code()).isEqualTo("idempotency-key-malformed"));
	}

	@Test
	void refusesAKeyThatIsTooLong() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> key("a".repeat(256)));
	}

	@Test
	void tellsRequestsApartByWhatTheyAskForNotByHowItIsWritten() {
		var key = new IdempotencyKey("joe", "POST /x/{id}", "k", "/x/1");

		assertThat(RequestHash.of(key, Map.of("a", 1, "b", List.of(2))))
			.isEqualTo(RequestHash.of(key, Map.of("b", List.of(2), "a", 1)))
			.isNotEqualTo(RequestHash.of(key, Map.of("a", 1, "b", List.of(3))))
			.isNotEqualTo(RequestHash.of(new IdempotencyKey("joe", "POST /x/{id}", "k", "/x/2"),
					Map.of("a", 1, "b", List.of(2))));
	}

	private static IdempotencyKey key(String header) {
		var request = new MockHttpServletRequest("POST", "/x/1");
		request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/x/{id}");
		request.addHeader(IdempotencyKey.HEADER, header);
		return IdempotencyKey.of(request);
	}

}
