package dev.cleave.platform.messaging;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A generation and how far it has come.
///
/// @param isServing whether it answers questions; else it is being built
/// @param switchedAt when it began to serve
/// @param progress of each rebuildable subscription
public record Rebuild(int generation, boolean isServing, Instant startedAt, @Nullable Instant switchedAt,
		List<Progress> progress) {

	/// Messages that were set aside; the generation serves only when there are none.
	public long parked() {
		return this.progress.stream().mapToLong(Progress::parked).sum();
	}

	/// @param subscription as declared
	/// @param cursor its name in this generation, by which operators reach its parked
	/// messages
	/// @param position messages taken, of all logs it reads
	/// @param target messages there are, as far as this process knows
	/// @param parked messages set aside
	public record Progress(String subscription, String cursor, long position, long target, long parked) {

	}

}
