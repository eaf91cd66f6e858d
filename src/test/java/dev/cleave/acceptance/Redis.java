package dev.cleave.acceptance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.cleave.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;

/// Looks through everything that the tests' Redis holds.
final class Redis {

	private Redis() {
	}

	/// The keys that hold a text, or have it in their names.
	static List<String> keysWith(String text) {
		try (var client = RedisClient.create(RedisURI.create("127.0.0.1", TestServers.redisPort()));
				var connection = client.connect()) {
			var commands = connection.sync();
			return commands.keys("*")
				.stream()
				.filter((key) -> Stream.concat(Stream.of(key), values(commands, key))
					.anyMatch((value) -> value.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))))
				.toList();
		}
	}

	/// What is known of a session.
	static Map<String, String> session(String sessionCookie) {
		try (var client = RedisClient.create(RedisURI.create("127.0.0.1", TestServers.redisPort()));
				var connection = client.connect()) {
			return connection.sync().hgetall("spring:session:sessions:" + GuardedShop.idOf(sessionCookie));
		}
	}

	/// Lets a session's time be up.
	static void forget(String sessionCookie) {
		try (var client = RedisClient.create(RedisURI.create("127.0.0.1", TestServers.redisPort()));
				var connection = client.connect()) {
			connection.sync().del("spring:session:sessions:" + GuardedShop.idOf(sessionCookie));
		}
	}

	/// Lets it be long ago that whoever has this session proved who they are.
	static void ageProof(String sessionCookie) {
		var key = "spring:session:sessions:" + GuardedShop.idOf(sessionCookie);
		var field = "sessionAttr:SPRING_SECURITY_CONTEXT";
		try (var client = RedisClient.create(RedisURI.create("127.0.0.1", TestServers.redisPort()));
				var connection = client.connect()) {
			var commands = connection.sync();
			var context = Objects.requireNonNull(commands.hget(key, field));
			commands.hset(key, field, context.replaceFirst("\"provenAt\":[0-9]+", "\"provenAt\":0"));
		}
	}

	private static Stream<String> values(RedisCommands<String, String> commands, String key) {
		return switch (commands.type(key)) {
			case "none" -> Stream.empty();
			case "string" -> Stream.ofNullable(commands.get(key));
			case "zset" -> commands.zrange(key, 0, -1).stream();
			case "set" -> commands.smembers(key).stream();
			case "hash" -> commands.hgetall(key)
				.entrySet()
				.stream()
				.flatMap((entry) -> Stream.of(entry.getKey(), entry.getValue()));
			default -> throw new AssertionError("Nobody looks into " + key + " yet");
		};
	}

}
