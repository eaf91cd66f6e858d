package dev.cleave.auth.web;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.auth.domain.CheckingSecondFactors;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.Person;
import dev.cleave.auth.domain.SecondFactorSheet;
import dev.cleave.auth.domain.SigningIn;
import dev.cleave.auth.domain.Throttle;
import dev.cleave.auth.domain.VerifyingAddresses;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Signing in, with a code where there is a second factor. Whether there is one is told to those only who have the
/// password.
@RestController
class SignInController {

	private static final String DEVICE = "device";

	private final SigningIn signingIn;

	private final VerifyingAddresses verifying;

	private final Throttle throttle;

	private final CheckingSecondFactors factors;

	private final Guesses guesses;

	private final Devices devices;

	private final Sessions sessions;

	private final SignInRecord record;

	SignInController(SigningIn signingIn, VerifyingAddresses verifying, Throttle throttle,
			CheckingSecondFactors factors, Guesses guesses, Devices devices, Sessions sessions, SignInRecord record) {
		this.signingIn = signingIn;
		this.verifying = verifying;
		this.throttle = throttle;
		this.factors = factors;
		this.guesses = guesses;
		this.devices = devices;
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
		var known = this.signingIn.signIn(credentials.address(), credentials.password());
		if (known.isEmpty()) {
			attempt.failed();
			return refused(credentials, "credentials-wrong", "The address or the password is wrong.");
		}
		var person = known.get();
		var factor = this.factors.of(person);
		if (factor.isEnrolled() && credentials.code() == null) {
			return refused(credentials, "second-factor-required",
					"Send a code of your second factor as \"code\", too.");
		}
		if (factor.isEnrolled() && !isAccepted(person, credentials, request)) {
			return refused(credentials, "second-factor-wrong",
					"The code of your second factor is wrong, or was used before.");
		}
		attempt.succeeded();
		if (!this.verifying.isSatisfiedWith(person)) {
			this.record.refused(credentials.subject(), "address-unverified");
			return Problems.of(HttpStatus.FORBIDDEN, "address-unverified",
					"Please show first that this address is yours, by the link that was sent there just now.");
		}
		var caller = new Caller(person.id().toString(), Caller.Kind.ACCOUNT, Set.of(person.role().name()), Set.of());
		this.record.opened(caller);
		this.devices.mark(credentials.subject(), request, response);
		this.sessions.open(caller, factor.isMissing(), request, response);
		return isUnchanged(person, factor, request) ? ResponseEntity.ok(SessionView.of(person, factor.isMissing()))
				: refused(credentials, "credentials-wrong", "The address or the password is wrong.");
	}

	/// All browsers in which the owner has signed in are one device here: who has the
	/// password may have made many.
	private boolean isAccepted(Person person, Credentials credentials, HttpServletRequest request) {
		var code = Objects.requireNonNull(credentials.code());
		var device = (this.devices.of(credentials.subject(), request) != null) ? DEVICE : null;
		return this.guesses.take(Guarded.CODE, person.id().toString(), device, request,
				() -> this.factors.accept(person.id(), code), right -> right);
	}

	/// Whoever erases an account, or changes its password, role or second factor, ends
	/// the
	/// sessions it has afterwards. This one was written before the account is looked for
	/// again, so one of the two sees the other.
	private boolean isUnchanged(Person person, SecondFactorSheet factor, HttpServletRequest request) {
		var isUnchanged = this.signingIn.find(person.id()).equals(Optional.of(person))
				&& this.factors.of(person).isEnrolled() == factor.isEnrolled();
		if (!isUnchanged) {
			this.sessions.close(request);
		}
		return isUnchanged;
	}

	private ResponseEntity<?> refused(Credentials credentials, String code, String detail) {
		this.record.refused(credentials.subject(), code);
		return Problems.of(HttpStatus.UNAUTHORIZED, code, detail);
	}

}
