package dev.cleave.auth.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import dev.cleave.auth.domain.KeepingClients;
import dev.cleave.auth.domain.RegisteringClients;
import dev.cleave.auth.domain.ClientRegistration.Registered;
import dev.cleave.auth.domain.ClientRegistration;
import dev.cleave.auth.domain.SecretRotation.Rotated;
import dev.cleave.auth.domain.SecretRotation.Unknown;
import dev.cleave.auth.domain.SecretRotation;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Gives machine clients their secrets. The answer that is kept for repeats is without the secret, which is said once and
/// kept nowhere.
@RestController
@RequestMapping(AuthAccess.CLIENTS)
class ClientController {

	private final RegisteringClients registering;

	private final KeepingClients keeping;

	private final Idempotency idempotency;

	private final Clock clock;

	ClientController(RegisteringClients registering, KeepingClients keeping, Idempotency idempotency, Clock clock) {
		this.registering = registering;
		this.keeping = keeping;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@PostMapping
	ResponseEntity<?> register(@RequestBody @Valid NewClient wanted, Caller caller, IdempotencyKey key) {
		var faults = wanted.faults(this.clock.instant());
		if (!faults.isEmpty()) {
			return Problems.invalid(faults);
		}
		return once(key, wanted, told -> switch (this.registering.register(wanted.name().strip(), wanted.known(),
				wanted.until(), caller)) {
			case Registered(var id, var secret) -> {
				var view = new SecretView(id, null, null);
				told.set(view.with(secret));
				yield ResponseEntity.status(HttpStatus.CREATED).body(view);
			}
			case ClientRegistration.ScopesLacked(var scopes) -> scopesLacked(scopes);
		});
	}

	@PostMapping("/{id}/secret")
	ResponseEntity<?> replaceSecret(@PathVariable String id, @RequestBody @Valid NewSecret wanted, Caller caller,
			IfMatch seen, IdempotencyKey key) {
		return once(key, wanted, told -> switch (this.keeping.replaceSecret(id, wanted.overlap(), caller,
				version -> Versions.honour(seen, version))) {
			case Rotated(var secret, var formerUntil) -> {
				var view = new SecretView(id, null, formerUntil);
				told.set(view.with(secret));
				yield ResponseEntity.status(HttpStatus.CREATED).body(view);
			}
			case SecretRotation.ScopesLacked(var scopes) -> scopesLacked(scopes);
			case Unknown() -> KnownClientsController.notFound();
		});
	}

	private ResponseEntity<?> once(IdempotencyKey key, Object wanted,
			Function<AtomicReference<@Nullable SecretView>, ResponseEntity<?>> work) {
		var told = new AtomicReference<@Nullable SecretView>();
		var answer = this.idempotency.once(key, wanted, () -> work.apply(told));
		return (told.get() != null) ? ResponseEntity.status(answer.getStatusCode()).body(told.get()) : answer;
	}

	private static ResponseEntity<ProblemDetail> scopesLacked(Set<String> scopes) {
		return Problems.of(HttpStatus.FORBIDDEN, "scopes-lacked",
				"You can't give what you may not do yourself: %s.".formatted(String.join(", ", new TreeSet<>(scopes))));
	}

	/// @param overlapSeconds how long the present secret stays good, up to seven days; a
	/// day unless told otherwise, 0 ends it at once
	record NewSecret(@Nullable @Min(0) @Max(604_800) Integer overlapSeconds) {

		private static final Duration OVERLAP = Duration.ofDays(1);

		Duration overlap() {
			return (this.overlapSeconds != null) ? Duration.ofSeconds(this.overlapSeconds) : OVERLAP;
		}

	}

}
