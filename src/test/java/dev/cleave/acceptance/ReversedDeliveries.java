package dev.cleave.acceptance;

import java.util.List;

import dev.cleave.platform.messaging.log.LocalLogs;
import dev.cleave.platform.messaging.log.LogReader;
import dev.cleave.platform.messaging.log.LogWindow;
import dev.cleave.platform.messaging.log.LoggedMessage;
import dev.cleave.platform.messaging.log.Transport;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A transport that hands every batch over back to front: what was said last is heard first, also of one subject. No
/// transport of Cleave does that; the rules that decide races must hold even so.
class ReversedDeliveries {

	@Bean
	@Primary
	Transport reversedLogs(LocalLogs logs) {
		return (interest, bell) -> new Reversed(logs.open(interest, bell));
	}

	private record Reversed(LogReader reader) implements LogReader {

		@Override
		public long[] heads(String source) {
			return this.reader.heads(source);
		}

		@Override
		public List<LoggedMessage> read(List<LogWindow> windows) {
			return this.reader.read(windows).reversed();
		}

		@Override
		public void close() {
			this.reader.close();
		}

	}

}
