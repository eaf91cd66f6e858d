package dev.cleave.platform.messaging.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.cleave.platform.messaging.MessagingSettings;

import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/// The `local` transport: subscriptions read the producer's log through the producer's own pool.
@Component
@Fallback
public final class LocalLogs implements Transport {

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

	/// The modules whose logs are here.
	public Set<String> modules() {
		return this.sequencers.keySet();
	}

	/// The next position of each partition of a module's log.
	public long[] heads(String source) {
		return sequencer(source).heads();
	}

	/// Does some work on a module's log unless another process is at it.
	/// @return whether it was done
	public boolean exclusively(String source, String what, Runnable work) {
		return this.logs.of(source).events().exclusively(what, work);
	}

	@Override
	public LogReader open(Interest interest, Bell bell) {
		interest.sources().forEach(source -> sequencer(source).onGrowth(bell));
		return new LocalReader(interest, bell);
	}

	private Sequencer sequencer(String source) {
		this.logs.of(source);
		return Objects.requireNonNull(this.sequencers.get(source), source);
	}

	private final class LocalReader implements LogReader {

		private final Interest interest;

		private final Bell bell;

		private LocalReader(Interest interest, Bell bell) {
			this.interest = interest;
			this.bell = bell;
		}

		@Override
		public long[] heads(String source) {
			return LocalLogs.this.heads(source);
		}

		@Override
		public List<LoggedMessage> read(List<LogWindow> windows) {
			var messages = new ArrayList<LoggedMessage>();
			windows.stream()
				.collect(Collectors.groupingBy(LogWindow::source))
				.forEach((source, ofSource) -> messages
					.addAll(LocalLogs.this.logs.of(source).events().read(ofSource, this.interest.types())));
			return messages;
		}

		@Override
		public void close() {
			this.interest.sources().forEach(source -> sequencer(source).forget(this.bell));
		}

	}

}
