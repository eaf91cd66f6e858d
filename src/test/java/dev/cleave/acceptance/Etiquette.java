package dev.cleave.acceptance;

import java.net.URI;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/// The manners that every single answer must have, whoever asked and whatever for.
final class Etiquette {

	private static final Set<Integer> DOCUMENTED = Set.of(200, 201, 202, 204, 206, 304, 400, 401, 403, 404, 405, 406,
			408, 409, 410, 412, 413, 414, 415, 422, 428, 429, 431, 503, 504);

	private Etiquette() {
	}

	static Answer checked(Answer answer) {
		assertThat(answer.status()).as("status of the %s", answer).isIn(DOCUMENTED);
		assertThat(answer.header("X-Served-By")).as("the node that served the %s", answer).isNotBlank();
		if (answer.status() == 429 || answer.status() == 503) {
			assertThat(answer.header("Retry-After")).as("Retry-After of the %s", answer).matches("[0-9]{1,4}");
		}
		if (answer.status() >= 400) {
			checkProblem(answer);
		}
		return answer;
	}

	private static void checkProblem(Answer answer) {
		assertThat(answer.header("Content-Type")).as("media type of the %s", answer)
			.startsWith("application/problem+json");
		assertThat(URI.create(answer.text("/type")).isAbsolute()).as("stable type of the %s", answer).isTrue();
		assertThat(answer.text("/title")).as("title of the %s", answer).isNotBlank();
		assertThat(answer.number("/status")).as("status in the %s", answer).isEqualTo(answer.status());
		assertThat(answer.text("/code")).as("code of the %s", answer).matches("[a-z][a-z0-9-]*");
		assertThat(answer.text("/traceId")).as("traceId of the %s", answer).matches("[0-9a-f]{32}");
		assertThat(answer.text()).as("a problem without our insides")
			.doesNotContain("dev.cleave.", "java.lang.", "org.springframework", "tools.jackson", "org.postgresql",
					"\"trace\"");
	}

}
