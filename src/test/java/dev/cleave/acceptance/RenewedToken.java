package dev.cleave.acceptance;

import java.time.Duration;
import java.util.function.Supplier;

import dev.cleave.transcript.Transcript;

/// The token of a machine that asks for another one before it runs out, which is after ten minutes.
final class RenewedToken implements Supplier<String> {

	private static final Duration KEPT = Duration.ofMinutes(8);

	private final MachineClient machine;

	private String token;

	private long since;

	RenewedToken(MachineClient machine) {
		this.machine = machine;
		this.token = ask();
	}

	@Override
	public synchronized String get() {
		if (System.nanoTime() - this.since > KEPT.toNanos()) {
			this.token = ask();
		}
		return this.token;
	}

	private String ask() {
		this.since = System.nanoTime();
		return Transcript.aside(() -> this.machine.token().expect(200).text("/access_token"));
	}

}
