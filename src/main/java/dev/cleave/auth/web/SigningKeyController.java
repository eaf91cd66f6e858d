package dev.cleave.auth.web;

import java.time.Instant;
import java.util.function.Supplier;

import dev.cleave.auth.domain.KeyRotation;
import dev.cleave.auth.domain.KeyRotation.Published;
import dev.cleave.auth.domain.KeyRotation.Waiting;
import dev.cleave.auth.domain.KeySheet;
import dev.cleave.auth.domain.RotatingKeys;
import dev.cleave.auth.domain.SigningKeys;
import dev.cleave.auth.domain.TokenKey;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Problems;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows the keys that sign tokens to administrators, and lets them begin a rotation before its time.
@RestController
@RequestMapping(AuthAccess.SIGNING_KEYS)
class SigningKeyController {

	private final SigningKeys keys;

	private final RotatingKeys rotating;

	private final Idempotency idempotency;

	SigningKeyController(SigningKeys keys, RotatingKeys rotating, Idempotency idempotency) {
		this.keys = keys;
		this.rotating = rotating;
		this.idempotency = idempotency;
	}

	/// The one that comes last stands first; there are never many.
	@GetMapping
	Page<KeyView> list() {
		return new Page<>(this.keys.all().stream().map(KeyView::of).toList(), null);
	}

	/// A key is made before the transaction, as that can take seconds.
	@PostMapping
	ResponseEntity<?> publish(@RequestBody NewKey wanted, IdempotencyKey key) {
		var earlier = this.idempotency.earlier(key, wanted);
		return earlier.isPresent() ? earlier.get() : publish(wanted, key, TokenKey.generate());
	}

	private ResponseEntity<?> publish(NewKey wanted, IdempotencyKey key, TokenKey fresh) {
		Supplier<KeyRotation> work = wanted.isUrgent() ? () -> new Published(this.rotating.replaceAll(fresh))
				: () -> this.rotating.publish(fresh);
		return this.idempotency.once(key, wanted, () -> switch (work.get()) {
			case Published(var published) -> ResponseEntity.status(HttpStatus.CREATED).body(KeyView.of(published));
			case Waiting(var waiting) -> Problems.of(HttpStatus.CONFLICT, "signing-key-waiting",
					"The key %s waits to be used from %s. Let it have its turn.".formatted(waiting.kid(),
							waiting.usedFrom()));
		});
	}

	/// @param urgent whether a key has leaked: the new one signs at once and all others,
	/// with all tokens that are out, count no more
	record NewKey(@Nullable Boolean urgent) {

		boolean isUrgent() {
			return Boolean.TRUE.equals(this.urgent);
		}

	}

	record KeyView(String kid, Instant createdAt, Instant usedFrom, String state) {

		static KeyView of(KeySheet key) {
			return new KeyView(key.kid(), key.createdAt(), key.usedFrom(), key.state().name());
		}

	}

}
