package dev.cleave.witness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What became of one question: an answer, or none.
///
/// @param status 0 if there was no answer
/// @param position how far copies must have come to know what was written
record Told(int status, JsonNode body, Entry.Phase phase, @Nullable String hash, @Nullable String manners,
		@Nullable String node, @Nullable String position, boolean isToComeBack, boolean isReplayed) {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<Integer> DOCUMENTED = Set.of(200, 201, 202, 204, 206, 304, 400, 401, 403, 404, 405, 406,
			408, 409, 410, 412, 413, 414, 415, 422, 428, 429, 431, 503, 504);

	/// Of the gateway alone, when a node ends before it has answered.
	private static final int BAD_GATEWAY = 502;

	static Told of(HttpResponse<byte[]> answer) {
		var sum = new CRC32C();
		sum.update(answer.body());
		return new Told(answer.statusCode(), json(answer), phase(answer), Long.toHexString(sum.getValue()),
				manners(answer), answer.headers().firstValue("X-Served-By").orElse(null),
				answer.headers().firstValue("Cleave-Position").orElse(null),
				answer.headers().firstValue("Retry-After").isPresent(),
				answer.headers().firstValue("Idempotency-Replayed").isPresent());
	}

	/// Who was not even reached has done nothing.
	static Told nothing(IOException failure) {
		var phase = (failure instanceof ConnectException) ? Entry.Phase.FAIL : Entry.Phase.UNKNOWN;
		return new Told(0, JSON.nullNode(), phase, null, null, null, null, true, false);
	}

	private static Entry.Phase phase(HttpResponse<?> answer) {
		var status = answer.statusCode();
		if (status < 300) {
			return Entry.Phase.OK;
		}
		return (status < 500 || status == 503 && isNothingDone(answer)) ? Entry.Phase.FAIL : Entry.Phase.UNKNOWN;
	}

	private static boolean isNothingDone(HttpResponse<?> answer) {
		return answer.headers().allValues("Cleave-Outcome").equals(List.of("none"));
	}

	private static @Nullable String manners(HttpResponse<byte[]> answer) {
		var status = answer.statusCode();
		var headers = answer.headers();
		var isOfTheGateway = headers.allValues("X-Served-By").equals(List.of("gateway"));
		if (!DOCUMENTED.contains(status) && !(status == BAD_GATEWAY && isOfTheGateway)) {
			return "undocumented";
		}
		if ((status == 429 || status >= BAD_GATEWAY)
				&& headers.firstValue("Retry-After").filter((seconds) -> seconds.matches("[0-9]{1,4}")).isEmpty()) {
			return "without Retry-After";
		}
		if (status >= 400 && headers.firstValue("Content-Type")
			.filter((type) -> type.startsWith("application/problem+json"))
			.isEmpty()) {
			return "not a problem";
		}
		return null;
	}

	private static JsonNode json(HttpResponse<byte[]> answer) {
		try {
			return (answer.body().length == 0) ? JSON.nullNode()
					: JSON.readTree(new ByteArrayInputStream(answer.body()));
		}
		catch (RuntimeException ex) {
			return JSON.nullNode();
		}
	}

	boolean isOk() {
		return this.phase == Entry.Phase.OK;
	}

	/// Whether it makes no sense to ask again.
	boolean isSettled() {
		return isOk() || this.phase == Entry.Phase.FAIL && !this.isToComeBack && this.status != 401;
	}

	/// Whether it repeats what was answered to an order that was placed before then.
	boolean isOlderThan(Instant moment) {
		return this.isReplayed && this.body.has("placedAt") && Instant.parse(text("placedAt")).isBefore(moment);
	}

	Told with(String bad) {
		return new Told(this.status, this.body, this.phase, this.hash, bad, this.node, this.position, this.isToComeBack,
				this.isReplayed);
	}

	String text(String name) {
		return this.body.path(name).asString("");
	}

}
