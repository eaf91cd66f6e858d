package dev.cleave.reporting.projections.exports;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A file that is asked for, in the making or made.
///
/// @param version grows with whatever changes, each part among it
/// @param parts that are there already
/// @param rows that are there already, without the head
/// @param size bytes that are there already
/// @param progress from 0 to 1, as far as can be told before the end
/// @param failure why it will never be made: `report-failed` or `report-too-slow`
public record Export(UUID id, Question question, Status status, long version, int parts, long rows, long size,
		double progress, Instant createdAt, @Nullable Instant finishedAt, @Nullable String failure) {

	/// Where an export is on its way.
	public enum Status {

		QUEUED, RUNNING, DONE, FAILED

	}

}
