package dev.cleave.reporting.projections.exports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.reporting.projections.exports.ExportJobs.Gain;
import dev.cleave.reporting.projections.exports.ExportJobs.Job;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes exports, one part in one transaction: the claim, the part and the position from which to go on are there
/// together or not at all. Whoever is killed leaves an export that anybody can go on with.
@Service
public class MakingExports {

	private final ExportJobs jobs;

	private final Map<Report, Source> sources;

	private final ExportSettings settings;

	MakingExports(ExportJobs jobs, List<Source> sources, ExportSettings settings) {
		this.jobs = jobs;
		this.sources = sources.stream().collect(Collectors.toMap(Source::report, Function.identity()));
		this.settings = settings;
	}

	/// Returns whether there was anything to do.
	///
	/// @throws PartFailedException if the part could not be made; nothing of it is left
	@Transactional("reporting")
	public boolean makePart() {
		var job = this.jobs.claim();
		job.ifPresent(claimed -> {
			try {
				make(claimed);
			}
			catch (RuntimeException ex) {
				throw new PartFailedException(claimed.export().id(), ex);
			}
		});
		return job.isPresent();
	}

	@Transactional("reporting")
	public void recordFailure(UUID export, RuntimeException reason) {
		this.jobs.fail(export, (reason instanceof QueryTimeoutException) ? "report-too-slow" : "report-failed",
				this.settings.attempts(), this.settings.retryAfter());
	}

	private void make(Job job) {
		var export = job.export();
		var question = export.question();
		var source = Objects.requireNonNull(this.sources.get(question.report()));
		var expected = (job.position() == null) ? source.steps(question) : job.stepsExpected();
		var gain = new AtomicReference<>(new Gain(0, 0, 0, 0));
		var file = new PartWriter(this.settings.partRows(), part -> {
			var before = gain.get();
			gain.set(new Gain(before.parts() + 1, before.rows() + part.rows(), before.size() + part.size(), 0));
			this.jobs.add(export.id(), export.parts() + before.parts() + 1, part);
		});
		if (job.position() == null) {
			file.head(source.columns(question).toArray());
		}
		var stretch = source.write(question, job.position(), this.settings.partRows(), file);
		file.finish();
		var gained = gain.get();
		this.jobs.advance(export.id(), new Gain(gained.parts(), gained.rows(), gained.size(), stretch.steps()),
				stretch.last(), expected);
	}

	/// Names the export that is to blame.
	static final class PartFailedException extends RuntimeException {

		private final UUID export;

		private final RuntimeException reason;

		PartFailedException(UUID export, RuntimeException cause) {
			super("A part of export %s could not be made".formatted(export), cause);
			this.export = export;
			this.reason = cause;
		}

		UUID export() {
			return this.export;
		}

		RuntimeException reason() {
			return this.reason;
		}

	}

}
