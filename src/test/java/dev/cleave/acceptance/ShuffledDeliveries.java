package dev.cleave.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import dev.cleave.platform.messaging.log.LocalLogs;
import dev.cleave.platform.messaging.log.LogReader;
import dev.cleave.platform.messaging.log.LogWindow;
import dev.cleave.platform.messaging.log.LoggedMessage;
import dev.cleave.platform.messaging.log.Transport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A transport that keeps no order but that of each subject: within a batch subjects are mixed at random, and of what has
/// grown some partitions are seen later than others.
class ShuffledDeliveries {

	@Bean
	@Primary
	Transport shuffledLogs(LocalLogs logs) {
		return (interest, bell) -> new Shuffled(logs.open(interest, bell), new ConcurrentHashMap<>());
	}

	private record Shuffled(LogReader reader, Map<String, long[]> seen) implements LogReader {

		@Override
		public long[] heads(String source) {
			return this.seen.compute(source, (_, before) -> see(before, this.reader.heads(source))).clone();
		}

		// A partition that is not looked at now is looked at another time.
		private static long[] see(long[] before, long[] heads) {
			if (before == null) {
				return heads.clone();
			}
			var seen = before.clone();
			for (var partition = 0; partition < seen.length; partition++) {
				if (ThreadLocalRandom.current().nextInt(3) > 0) {
					seen[partition] = heads[partition];
				}
			}
			return seen;
		}

		@Override
		public List<LoggedMessage> read(List<LogWindow> windows) {
			var subjects = new LinkedHashMap<String, ArrayDeque<LoggedMessage>>();
			this.reader.read(windows)
				.forEach((message) -> subjects
					.computeIfAbsent(message.source() + " " + message.subject(), (_) -> new ArrayDeque<>())
					.add(message));
			var waiting = new ArrayList<>(subjects.values());
			var mixed = new ArrayList<LoggedMessage>();
			while (!waiting.isEmpty()) {
				var next = ThreadLocalRandom.current().nextInt(waiting.size());
				mixed.add(waiting.get(next).remove());
				if (waiting.get(next).isEmpty()) {
					waiting.remove(next);
				}
			}
			return mixed;
		}

		@Override
		public void close() {
			this.reader.close();
		}

	}

}
