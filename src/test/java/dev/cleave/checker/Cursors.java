package dev.cleave.checker;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// How far the subscriptions of one module have come in the logs of the others.
///
/// @param positions by subscription, source and partition
/// @param ends of the logs they read, with what still waits in the outbox, by the same
record Cursors(NavigableMap<String, String> positions, NavigableMap<String, String> ends) {

	static Cursors of(Databases databases, String consumer) {
		var positions = databases.keyed(consumer, """
				SELECT subscription, source, partition, position FROM %s.subscription_cursor
				""".formatted(consumer));
		var ends = new TreeMap<String, String>();
		for (var subscription : databases.keyed(consumer, """
				SELECT DISTINCT subscription, source, '' FROM %s.subscription_cursor
				""".formatted(consumer)).keySet()) {
			var source = subscription.substring(subscription.indexOf(" | ") + 3);
			databases.keyed(source, """
					SELECT partition, next_position + (
						SELECT count(*) FROM %1$s.outbox WHERE outbox.partition = log_partition.partition)
					FROM %1$s.log_partition
					""".formatted(source)).forEach((partition, end) -> ends.put(subscription + " | " + partition, end));
		}
		return new Cursors(positions, ends);
	}

	/// The cursors that have not come as far as some logs once went, in words. What a
	/// generation's cursor had taken when that was over, the next one had taken too.
	List<String> behind(Cursors earlier) {
		return earlier.ends.entrySet()
			.stream()
			.filter((end) -> this.positions.containsKey(end.getKey()))
			.filter((end) -> Long.parseLong(this.positions.get(end.getKey())) < Long.parseLong(end.getValue()))
			.map((end) -> inWords(end.getKey(), end.getValue()))
			.toList();
	}

	/// The cursors that do not stand at their log's end, in words.
	List<String> behind() {
		return this.ends.entrySet()
			.stream()
			.filter((end) -> !Objects.equals(end.getValue(), this.positions.get(end.getKey())))
			.map((end) -> inWords(end.getKey(), end.getValue()))
			.toList();
	}

	private String inWords(String cursor, String end) {
		return "cursor " + cursor + " stands at " + this.positions.get(cursor) + " of " + end;
	}

}
