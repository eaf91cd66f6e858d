package dev.cleave.platform.messaging.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.cleave.platform.messaging.MessagingSettings;

import org.springframework.stereotype.Component;

/// The `local` transport: subscriptions read the producer's log through the producer's own pool.
@Component
public final class LocalLogs implements LogReader {

	private final Map<String, Sequencer> sequencers;

	private final ModuleLogs logs;

	LocalLogs(ModuleLogs logs, MessagingSettings settings) {
		this.logs = logs;
		this.sequencers = logs.all()
			.stream()
			.collect(Collectors.toUnmodifiableMap(ModuleLog::module, log -> new Sequencer(log, settings)));
	}

	/// What must run, each on a thread of its own, for the logs of this process to grow;
	/// by the thread's name.
	public Map<String, Runnable> sequencers() {
		return this.sequencers.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(entry -> "sequence-" + entry.getKey(), Map.Entry::getValue));
	}

	@Override
	public long[] heads(String source) {
		return sequencer(source).heads();
	}

	@Override
	public List<LoggedMessage> read(List<LogWindow> windows, Collection<String> types) {
		var messages = new ArrayList<LoggedMessage>();
		windows.stream()
			.collect(Collectors.groupingBy(LogWindow::source))
			.forEach((source, ofSource) -> messages.addAll(this.logs.of(source).events().read(ofSource, types)));
		return messages;
	}

	@Override
	public void onGrowth(String source, Bell bell) {
		sequencer(source).onGrowth(bell);
	}

	@Override
	public void forget(String source, Bell bell) {
		sequencer(source).forget(bell);
	}

	private Sequencer sequencer(String source) {
		this.logs.of(source);
		return Objects.requireNonNull(this.sequencers.get(source), source);
	}

}
