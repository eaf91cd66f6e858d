package dev.cleave.auth.web;

import java.time.Instant;
import java.util.List;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.CheckingSecondFactors;
import dev.cleave.auth.domain.Confirmation.Confirmed;
import dev.cleave.auth.domain.Confirmation.NothingBegun;
import dev.cleave.auth.domain.Confirmation.WrongCode;
import dev.cleave.auth.domain.Enrolment.AlreadyEnrolled;
import dev.cleave.auth.domain.Enrolment.Begun;
import dev.cleave.auth.domain.EnrollingSecondFactors;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.Person;
import dev.cleave.auth.domain.SecondFactorSheet;
import dev.cleave.auth.domain.SigningIn;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.web.ProblemException;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// People set up the second factor of their own account, and remove it. Whenever it changes their other sessions end.
@RestController
@RequestMapping(AuthAccess.SECOND_FACTOR)
class SecondFactorController {

	private final SigningIn signingIn;

	private final EnrollingSecondFactors enrolling;

	private final CheckingSecondFactors checking;

	private final Guesses guesses;

	private final Sessions sessions;

	SecondFactorController(SigningIn signingIn, EnrollingSecondFactors enrolling, CheckingSecondFactors checking,
			Guesses guesses, Sessions sessions) {
		this.signingIn = signingIn;
		this.enrolling = enrolling;
		this.checking = checking;
		this.guesses = guesses;
		this.sessions = sessions;
	}

	@GetMapping
	FactorView state(Caller caller) {
		return FactorView.of(this.checking.of(person(caller)));
	}

	/// The secret is said here and now only. Until it is confirmed a repeat says another.
	@PostMapping
	ResponseEntity<?> begin(Caller caller) {
		return switch (this.enrolling.begin(person(caller))) {
			case Begun(var secret, var uri) -> ResponseEntity.ok(new SecretView(secret, uri));
			case AlreadyEnrolled() -> Problems.of(HttpStatus.CONFLICT, "second-factor-enrolled",
					"You have a second factor. Remove it first.");
		};
	}

	@PostMapping("/confirmation")
	ResponseEntity<?> confirm(@RequestBody @Valid Code code, Caller caller, HttpServletRequest request,
			HttpServletResponse response) {
		var confirmation = this.guesses.takeInSession(Guarded.CODE, caller.id(), request,
				() -> this.enrolling.confirm(AccountId.of(caller.id()), code.code()), Confirmed.class::isInstance);
		return switch (confirmation) {
			case Confirmed(var recoveryCodes) -> {
				changed(caller, false, request, response);
				yield ResponseEntity.ok(new RecoveryView(recoveryCodes));
			}
			case WrongCode() -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "code-wrong",
					"This is not the code of the moment. Look at the clock of your device, and try the next one.");
			case NothingBegun() -> Problems.of(HttpStatus.CONFLICT, "second-factor-not-begun",
					"There is nothing to be confirmed. Begin with POST %s.".formatted(AuthAccess.SECOND_FACTOR));
		};
	}

	/// Those that there were are good for nothing any more.
	@PostMapping("/recovery-codes")
	ResponseEntity<?> renewRecoveryCodes(Caller caller) {
		var codes = this.enrolling.renewRecoveryCodes(AccountId.of(caller.id()));
		return codes.isEmpty() ? none() : ResponseEntity.ok(new RecoveryView(codes));
	}

	@DeleteMapping
	ResponseEntity<?> remove(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		if (!this.enrolling.remove(AccountId.of(caller.id()))) {
			return none();
		}
		changed(caller, this.checking.of(person(caller)).isMissing(), request, response);
		return ResponseEntity.noContent().build();
	}

	private void changed(Caller caller, boolean isConfined, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.prove(caller, isConfined, request, response);
		this.sessions.endOthers(caller, request);
	}

	private Person person(Caller caller) {
		return this.signingIn.find(AccountId.of(caller.id()))
			.orElseThrow(
					() -> new ProblemException(HttpStatus.UNAUTHORIZED, "unauthenticated", "Nobody is signed in."));
	}

	private static ResponseEntity<ProblemDetail> none() {
		return Problems.notFound("You have no second factor.");
	}

	record Code(@NotNull @Size(max = 64) String code) {

		/// Keeps the code out of logs.
		@Override
		public String toString() {
			return "Code[hidden]";
		}

	}

	/// @param isRequired whether the role of the person asks for one
	record FactorView(boolean enrolled, @Nullable Instant since, int recoveryCodes, boolean required) {

		static FactorView of(SecondFactorSheet sheet) {
			return new FactorView(sheet.isEnrolled(), sheet.since(), sheet.recoveryCodes(), sheet.isRequired());
		}

	}

	record SecretView(String secret, String uri) {

		/// Keeps it out of logs.
		@Override
		public String toString() {
			return "SecretView[hidden]";
		}
	}

	record RecoveryView(List<String> recoveryCodes) {
	}

}
