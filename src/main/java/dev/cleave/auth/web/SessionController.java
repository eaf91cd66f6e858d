package dev.cleave.auth.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.auth.domain.EmailAddress;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.Person;
import dev.cleave.auth.domain.SigningIn;
import dev.cleave.auth.domain.Throttle;
import dev.cleave.auth.domain.VerifyingAddresses;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.security.SignedInSession;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and where one is signed in.
@RestController
class SessionController {

	private final SigningIn signingIn;

	private final VerifyingAddresses verifying;

	private final Throttle throttle;

	private final Devices devices;

	private final Sessions sessions;

	private final SignInRecord record;

	SessionController(SigningIn signingIn, VerifyingAddresses verifying, Throttle throttle, Devices devices,
			Sessions sessions, SignInRecord record) {
		this.devices = devices;
		this.signingIn = signingIn;
		this.verifying = verifying;
		this.throttle = throttle;
		this.sessions = sessions;
		this.record = record;
	}

	@PostMapping(AuthAccess.SESSION)
	ResponseEntity<?> signIn(@RequestBody @Valid Credentials credentials, HttpServletRequest request,
			HttpServletResponse response) {
		this.sessions.require();
		var subject = credentials.subject();
		return switch (this.throttle.begin(Guarded.SIGN_IN, subject, request.getRemoteAddr(),
				this.devices.of(subject, request))) {
			case Refused refused -> {
				this.record.refused(subject, "throttled");
				throw TooMany.problem(refused);
			}
			case Admitted attempt -> {
				try (attempt) {
					yield signIn(credentials, attempt, request, response);
				}
			}
		};
	}

	private ResponseEntity<?> signIn(Credentials credentials, Admitted attempt, HttpServletRequest request,
			HttpServletResponse response) {
		var person = this.signingIn.signIn(credentials.address(), credentials.password());
		if (person.isEmpty()) {
			attempt.failed();
			this.record.refused(credentials.subject(), "credentials-wrong");
			return wrong();
		}
		attempt.succeeded();
		if (!this.verifying.isSatisfiedWith(person.get())) {
			this.record.refused(credentials.subject(), "address-unverified");
			return Problems.of(HttpStatus.FORBIDDEN, "address-unverified",
					"Please show first that this address is yours, by the link that was sent there just now.");
		}
		this.record.opened(caller(person.get()));
		this.devices.mark(credentials.subject(), request, response);
		this.sessions.open(caller(person.get()), false, request, response);
		return stillThere(person.get(), request) ? ResponseEntity.ok(SessionView.of(person.get())) : wrong();
	}

	/// Whoever erases an account, or changes its password, ends the sessions it has
	/// afterwards. This one was written before the account is looked for again, so one of
	/// the two sees the other.
	private boolean stillThere(Person person, HttpServletRequest request) {
		var found = this.signingIn.find(person.id()).equals(Optional.of(person));
		if (!found) {
			this.sessions.close(request);
		}
		return found;
	}

	private static ResponseEntity<?> wrong() {
		return Problems.of(HttpStatus.UNAUTHORIZED, "credentials-wrong", "The address or the password is wrong.");
	}

	/// Also renews the CSRF token where the browser has lost it.
	@GetMapping(AuthAccess.SESSION)
	ResponseEntity<?> who(Caller caller, @Nullable CsrfToken proof) {
		if (proof != null) {
			proof.getToken();
		}
		if (caller.kind() == Caller.Kind.ACCOUNT) {
			var person = this.signingIn.find(AccountId.of(caller.id()));
			if (person.isPresent()) {
				return ResponseEntity.ok(SessionView.of(person.get()));
			}
		}
		return Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Nobody is signed in.");
	}

	@DeleteMapping(AuthAccess.SESSION)
	ResponseEntity<?> signOut(Caller caller, HttpServletRequest request) {
		this.record.closed(caller);
		this.sessions.close(request);
		return ResponseEntity.noContent().build();
	}

	@GetMapping(AuthAccess.SESSIONS)
	Page<SignedInSession> all(Caller caller, HttpServletRequest request) {
		return new Page<>(this.sessions.of(caller, request), null);
	}

	@DeleteMapping(AuthAccess.SESSIONS + "/{id}")
	ResponseEntity<?> end(@PathVariable String id, Caller caller) {
		if (!this.sessions.end(caller, id)) {
			return Problems.notFound("You have no such session.");
		}
		this.record.revoked(caller, id);
		return ResponseEntity.noContent().build();
	}

	private static Caller caller(Person person) {
		return new Caller(person.id().toString(), Caller.Kind.ACCOUNT, java.util.Set.of(person.role().name()),
				java.util.Set.of());
	}

	record Credentials(@NotNull @Size(max = EmailAddress.LONGEST) String email,
			@NotNull @Size(max = 256) String password) {

		/// Under which failures are counted, however it is written.
		String subject() {
			return this.email.strip().toLowerCase(Locale.ROOT);
		}

		/// What can't be an address is nobody's, and is answered like any address that is
		/// nobody's.
		EmailAddress address() {
			try {
				return new EmailAddress(this.email);
			}
			catch (IllegalArgumentException ex) {
				return new EmailAddress("nobody@invalid");
			}
		}

	}

	record SessionView(AccountView account) {

		static SessionView of(Person person) {
			return new SessionView(new AccountView(person.id().toString(), person.email(), person.name(),
					person.verified(), List.of(person.role().name())));
		}

	}

	record AccountView(String id, String email, String name, boolean emailVerified, List<String> roles) {
	}

}
