package dev.cleave.acceptance;

import java.util.Collection;
import java.util.List;

import dev.cleave.platform.messaging.log.Bell;
import dev.cleave.platform.messaging.log.LocalLogs;
import dev.cleave.platform.messaging.log.LogReader;
import dev.cleave.platform.messaging.log.LogWindow;
import dev.cleave.platform.messaging.log.LoggedMessage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A transport that hands every batch over back to front: what was said last is heard first, also of one subject. No
/// transport of Cleave does that; the rules that decide races must hold even so.
class ReversedDeliveries {

	@Bean
	@Primary
	LogReader reversedLogs(LocalLogs logs) {
		return new LogReader() {

			@Override
			public long[] heads(String source) {
				return logs.heads(source);
			}

			@Override
			public List<LoggedMessage> read(List<LogWindow> windows, Collection<String> types) {
				return logs.read(windows, types).reversed();
			}

			@Override
			public void onGrowth(String source, Bell bell) {
				logs.onGrowth(source, bell);
			}

			@Override
			public void forget(String source, Bell bell) {
				logs.forget(source, bell);
			}

		};
	}

}
