package dev.cleave.reporting.web;

import java.net.URI;

import dev.cleave.platform.messaging.Rebuild;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import dev.cleave.reporting.projections.RebuildOutcome.Begun;
import dev.cleave.reporting.projections.RebuildOutcome.Running;
import dev.cleave.reporting.projections.RebuildingReports;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Rebuilds the reports while the old figures serve, one rebuild at a time.
@RestController
@RequestMapping(RebuildController.PATH)
class RebuildController {

	static final String PATH = "/api/v1/reports/rebuild";

	private final RebuildingReports rebuilding;

	private final Idempotency idempotency;

	RebuildController(RebuildingReports rebuilding, Idempotency idempotency) {
		this.rebuilding = rebuilding;
		this.idempotency = idempotency;
	}

	@PostMapping
	ResponseEntity<?> begin(IdempotencyKey key) {
		return this.idempotency.once(key, "", () -> switch (this.rebuilding.begin()) {
			case Begun(var rebuild) ->
				ResponseEntity.accepted().location(URI.create(PATH)).eTag(etag(rebuild)).body(RebuildView.of(rebuild));
			case Running(var rebuild) -> running(rebuild);
		});
	}

	/// The one that is being built or, when none is, the one that serves.
	@GetMapping
	ResponseEntity<RebuildView> look() {
		var rebuild = this.rebuilding.look();
		return ResponseEntity.ok().eTag(etag(rebuild)).body(RebuildView.of(rebuild));
	}

	@DeleteMapping
	ResponseEntity<?> abandon(IfMatch seen) {
		var rebuild = this.rebuilding.look();
		Versions.require(seen, version(rebuild));
		return !rebuild.isServing() && this.rebuilding.abandon(rebuild.generation())
				? ResponseEntity.noContent().build() : Problems.of(HttpStatus.CONFLICT, "rebuild-not-running",
						"No rebuild is running. Generation %d serves.".formatted(rebuild.generation()));
	}

	private static ResponseEntity<ProblemDetail> running(Rebuild rebuild) {
		var problem = Problems.detail(HttpStatus.CONFLICT, "rebuild-running",
				"Generation %d is being built. Wait until it serves, or abandon it: see %s."
					.formatted(rebuild.generation(), PATH));
		problem.setProperty("generation", rebuild.generation());
		return ResponseEntity.status(HttpStatus.CONFLICT).location(URI.create(PATH)).body(problem);
	}

	private static String etag(Rebuild rebuild) {
		return Versions.etag(version(rebuild));
	}

	/// Changes when a generation begins, serves or is abandoned; not with its progress.
	private static long version(Rebuild rebuild) {
		return 2L * rebuild.generation() + (rebuild.isServing() ? 1 : 0);
	}

}
