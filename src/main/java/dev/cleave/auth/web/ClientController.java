package dev.cleave.auth.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.cleave.auth.domain.ClientSecret;
import dev.cleave.auth.domain.RegisteringClients;
import dev.cleave.auth.domain.Scope;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Idempotency;
import dev.cleave.platform.web.IdempotencyKey;
import dev.cleave.platform.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Registers machine clients. The answer that is kept for repeats is without the secret, which is said once and kept
/// nowhere.
@RestController
@RequestMapping("/api/v1/auth/clients")
class ClientController {

	private final RegisteringClients registering;

	private final Idempotency idempotency;

	ClientController(RegisteringClients registering, Idempotency idempotency) {
		this.registering = registering;
		this.idempotency = idempotency;
	}

	@PostMapping
	ResponseEntity<?> register(@RequestBody @Valid NewClient wanted, IdempotencyKey key) {
		var faults = wanted.faults();
		if (!faults.isEmpty()) {
			return Problems.invalid(faults);
		}
		var fresh = new AtomicReference<@Nullable ClientView>();
		var answer = this.idempotency.once(key, wanted, () -> {
			var registered = this.registering.register(wanted.name().strip(), wanted.known());
			var view = new ClientView(registered.client().clientId(), null);
			fresh.set(view.with(registered.secret()));
			return ResponseEntity.status(HttpStatus.CREATED).body(view);
		});
		return (fresh.get() != null) ? ResponseEntity.status(HttpStatus.CREATED).body(fresh.get()) : answer;
	}

	record NewClient(@NotBlank @Size(max = 200) String name,
			@NotNull @Size(min = 1, max = 20) List<@NotNull String> scopes) {

		List<Fault> faults() {
			var faults = new ArrayList<Fault>();
			for (var index = 0; index < this.scopes.size(); index++) {
				if (Scope.of(this.scopes.get(index)).isEmpty()) {
					faults.add(new Fault("/scopes/" + index, "scope-unknown", "is none of " + Scope.all()));
				}
			}
			return faults;
		}

		Set<Scope> known() {
			var known = EnumSet.noneOf(Scope.class);
			this.scopes.forEach(scope -> Scope.of(scope).ifPresent(known::add));
			return known;
		}

	}

	record ClientView(String clientId, @Nullable String clientSecret) {

		ClientView with(ClientSecret secret) {
			return new ClientView(this.clientId, secret.value());
		}

	}

}
