package dev.cleave.auth.web;

import java.util.List;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.CheckingSecondFactors;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.Person;
import dev.cleave.auth.domain.SigningIn;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes the proof that whoever has signed in still sits there, before something that is hard to undo.
@RestController
class ProofController {

	private final SigningIn signingIn;

	private final CheckingSecondFactors factors;

	private final Guesses guesses;

	private final Sessions sessions;

	private final SignInRecord record;

	ProofController(SigningIn signingIn, CheckingSecondFactors factors, Guesses guesses, Sessions sessions,
			SignInRecord record) {
		this.signingIn = signingIn;
		this.factors = factors;
		this.guesses = guesses;
		this.sessions = sessions;
		this.record = record;
	}

	/// The session goes on under a new id.
	@PostMapping(AuthAccess.PROOF)
	ResponseEntity<?> prove(@RequestBody @Valid Proof proof, Caller caller, HttpServletRequest request,
			HttpServletResponse response) {
		var person = this.signingIn.find(AccountId.of(caller.id()));
		return person.isEmpty() ? wrong() : prove(person.get(), proof, caller, request, response);
	}

	private ResponseEntity<?> prove(Person person, Proof proof, Caller caller, HttpServletRequest request,
			HttpServletResponse response) {
		var factor = this.factors.of(person);
		var code = proof.code();
		var password = proof.password();
		boolean isRight;
		if (factor.isEnrolled()) {
			if (code == null) {
				return Problems.of(HttpStatus.FORBIDDEN, "second-factor-required",
						"Send a code of your second factor as \"code\".");
			}
			isRight = this.guesses.takeInSession(Guarded.CODE, caller.id(), request,
					() -> this.factors.accept(person.id(), code), right -> right);
		}
		else {
			if (password == null) {
				return Problems.invalid(List.of(new Fault("/password", "not-null", "must not be null")));
			}
			isRight = this.guesses.takeInSession(Guarded.SIGN_IN, person.email(), request,
					() -> this.signingIn.isPassword(person.id(), password), right -> right);
		}
		if (!isRight) {
			this.record.refused(person.email(), "proof-wrong");
			return wrong();
		}
		this.sessions.prove(caller, factor.isMissing(), request, response);
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<?> wrong() {
		return Problems.of(HttpStatus.FORBIDDEN, "proof-wrong", "This does not prove that it is you.");
	}

	/// @param password of whoever has no second factor
	/// @param code of whoever has one
	record Proof(@Nullable @Size(max = 256) String password, @Nullable @Size(max = 64) String code) {

		/// Keeps both out of logs.
		@Override
		public String toString() {
			return "Proof[hidden]";
		}

	}

}
