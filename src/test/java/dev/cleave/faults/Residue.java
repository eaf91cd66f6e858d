package dev.cleave.faults;

import java.util.ArrayList;
import java.util.List;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;

/// What trouble must not leave behind.
final class Residue {

	private Residue() {
	}

	/// All there is of it, in words.
	static List<String> of(Stand stand) {
		var found = new ArrayList<String>();
		count(stand, found, "prepared transactions", "SELECT count(*) FROM pg_prepared_xacts");
		count(stand, found, "transactions that stand idle for a minute", """
				SELECT count(*) FROM pg_stat_activity
				WHERE state LIKE 'idle in transaction%' AND state_change < now() - interval '1 minute'
				""");
		count(stand, found, "locks that somebody has waited for for a minute", """
				SELECT count(*) FROM pg_locks WHERE NOT granted AND waitstart < now() - interval '1 minute'
				""");
		try (var client = RedisClient.create(RedisURI.create("127.0.0.1", stand.redis().port()));
				var connection = client.connect()) {
			var commands = connection.sync();
			commands.keys("*")
				.stream()
				.filter((key) -> commands.ttl(key) == -1)
				.limit(5)
				.forEach((key) -> found.add("Redis keeps %s for ever".formatted(key)));
		}
		return found;
	}

	private static void count(Stand stand, List<String> found, String what, String sql) {
		var number = stand.primary().asks(sql);
		if (number > 0) {
			found.add("%d %s".formatted(number, what));
		}
	}

}
