package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.log.Bell;
import dev.cleave.platform.messaging.log.Interest;
import dev.cleave.platform.messaging.log.LocalLogs;
import dev.cleave.platform.messaging.log.LogWindow;
import dev.cleave.platform.persistence.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/// The thread of this process that sends again, from the logs of its modules, what somebody wishes for. It keeps nothing
/// in mind: how far a wish is fulfilled is seen from the last record of its topic, whoever wrote it.
final class Replayer implements SmartLifecycle, Runnable {

	private static final Logger log = LoggerFactory.getLogger(Replayer.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int AT_ONCE = 100;

	private final LocalLogs logs;

	private final Replays replays;

	private final ReplayProgress progress;

	private final KafkaForwarding forwarding;

	private final MessagingSettings settings;

	/// Topics that need no second look.
	private final Set<String> fulfilled = ConcurrentHashMap.newKeySet();

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	Replayer(LocalLogs logs, Replays replays, ReplayProgress progress, KafkaForwarding forwarding,
			MessagingSettings settings) {
		this.logs = logs;
		this.replays = replays;
		this.progress = progress;
		this.forwarding = forwarding;
		this.settings = settings;
	}

	@Override
	public void run() {
		var end = this.stopped;
		Lane.WORKERS.run(() -> {
			var pause = PAUSE;
			while (!isOver(end, pause)) {
				try {
					pause = turn() ? Duration.ZERO : PAUSE;
				}
				catch (RuntimeException ex) {
					pause = PAUSE;
					log.debug("Nothing can be sent again at the moment: {}", ex.toString());
				}
			}
		});
	}

	/// Returns whether there is more to do at once.
	private boolean turn() {
		var replays = this.logs.modules().stream().flatMap(module -> this.replays.of(module).stream()).toList();
		this.fulfilled.retainAll(replays.stream().map(Replay::topic).toList());
		var more = false;
		for (var replay : replays) {
			if (this.replays.isAbandoned(replay)) {
				this.replays.forget(replay.topic());
			}
			else if (!this.fulfilled.contains(replay.topic())) {
				more |= this.logs.exclusively(replay.source(), replay.topic(), () -> send(replay));
			}
		}
		return more;
	}

	/// Sends some, and where there is no more, that it is over.
	private void send(Replay replay) {
		var positions = this.progress.positions(replay);
		if (positions.isEmpty()) {
			this.fulfilled.add(replay.topic());
			return;
		}
		var heads = this.logs.heads(replay.source());
		var windows = new ArrayList<LogWindow>();
		positions.forEach((partition, position) -> windows.add(new LogWindow(replay.source(), partition, position,
				Math.max(position, Math.min(position + AT_ONCE, heads[partition])))));
		send(replay, windows);
		this.forwarding.send(windows.stream()
			.filter(window -> window.past() >= heads[window.partition()])
			.map(window -> Envelope.end(replay.topic(), window.partition(), window.past()))
			.toList());
	}

	private void send(Replay replay, List<LogWindow> windows) {
		try (var reader = this.logs.open(new Interest("again", Set.of(replay.source()), Set.of()), new Bell())) {
			var messages = reader.read(windows);
			if (!messages.isEmpty()) {
				this.forwarding.send(messages.stream().map(message -> Envelope.seal(replay.topic(), message)).toList());
			}
		}
	}

	private static boolean isOver(CountDownLatch end, Duration pause) {
		try {
			return end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	@Override
	public void start() {
		if (this.settings.enabled()) {
			this.stopped = new CountDownLatch(1);
			Thread.ofPlatform().daemon().name("send-again").start(this);
		}
	}

	@Override
	public void stop() {
		this.stopped.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

}
