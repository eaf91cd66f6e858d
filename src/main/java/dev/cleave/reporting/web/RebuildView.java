package dev.cleave.reporting.web;

import java.time.Instant;
import java.util.List;

import dev.cleave.platform.messaging.Rebuild;
import org.jspecify.annotations.Nullable;

/// @param status `building` or `serving`
/// @param waitsFor what somebody must do before this generation can serve
record RebuildView(int generation, String status, List<Progress> progress, @Nullable String waitsFor, Instant startedAt,
		@Nullable Instant switchedAt) {

	static RebuildView of(Rebuild rebuild) {
		return new RebuildView(rebuild.generation(), rebuild.isServing() ? "serving" : "building",
				rebuild.progress().stream().map(Progress::of).toList(), waitsFor(rebuild), rebuild.startedAt(),
				rebuild.switchedAt());
	}

	private static @Nullable String waitsFor(Rebuild rebuild) {
		return (rebuild.isServing() || rebuild.parked() == 0) ? null
				: "%d messages were set aside: retry or discard them at /actuator/messaging."
					.formatted(rebuild.parked());
	}

	/// @param subscription as operators know it in this generation
	/// @param position messages taken so far
	/// @param target messages there are
	/// @param parked messages set aside
	record Progress(String subscription, long position, long target, long parked) {

		private static Progress of(Rebuild.Progress progress) {
			return new Progress(progress.cursor(), progress.position(), progress.target(), progress.parked());
		}

	}

}
