package dev.cleave.auth.web;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.SigningIn;
import dev.cleave.auth.domain.Throttle;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Takes the proof that whoever has signed in still sits there, before something that is hard to undo.
@RestController
class ProofController {

	private final SigningIn signingIn;

	private final Throttle throttle;

	private final Sessions sessions;

	ProofController(SigningIn signingIn, Throttle throttle, Sessions sessions) {
		this.signingIn = signingIn;
		this.throttle = throttle;
		this.sessions = sessions;
	}

	/// The session goes on under a new id.
	@PostMapping(AuthAccess.PROOF)
	ResponseEntity<?> prove(@RequestBody @Valid Proof proof, Caller caller, HttpServletRequest request,
			HttpServletResponse response) {
		var id = AccountId.of(caller.id());
		var person = this.signingIn.find(id);
		if (person.isEmpty()) {
			return wrong();
		}
		var tried = this.throttle.begin(Guarded.SIGN_IN, person.get().email(), request.getRemoteAddr());
		return switch (tried) {
			case Refused refused -> throw TooMany.problem(refused);
			case Admitted attempt -> {
				try (attempt) {
					yield prove(id, proof, attempt) ? proven(caller, request, response) : wrong();
				}
			}
		};
	}

	private boolean prove(AccountId id, Proof proof, Admitted attempt) {
		var isRight = this.signingIn.isPassword(id, proof.password());
		if (isRight) {
			attempt.succeeded();
		}
		else {
			attempt.failed();
		}
		return isRight;
	}

	private ResponseEntity<?> proven(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		this.sessions.prove(caller, false, request, response);
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<?> wrong() {
		return Problems.of(HttpStatus.FORBIDDEN, "proof-wrong", "This does not prove that it is you.");
	}

	record Proof(@NotNull @Size(max = 128) String password) {

		/// Keeps the password out of logs.
		@Override
		public String toString() {
			return "Proof[hidden]";
		}

	}

}
