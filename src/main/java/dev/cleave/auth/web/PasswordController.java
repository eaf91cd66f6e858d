package dev.cleave.auth.web;

import java.util.List;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.auth.domain.ChangingPasswords;
import dev.cleave.auth.domain.EmailAddress;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.OneTimeToken;
import dev.cleave.auth.domain.PasswordChange;
import dev.cleave.auth.domain.PasswordChange.Changed;
import dev.cleave.auth.domain.PasswordChange.NoSuchLink;
import dev.cleave.auth.domain.PasswordChange.TooWeak;
import dev.cleave.auth.domain.PasswordChange.WrongPassword;
import dev.cleave.auth.domain.RequestingResets;
import dev.cleave.auth.domain.Throttle;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Sessions;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Another password, for whoever knows the current one or reads what is sent to the address. Whoever is signed in elsewhere
/// no longer is.
@RestController
@RequestMapping(AuthAccess.PASSWORD)
class PasswordController {

	private final ChangingPasswords changing;

	private final RequestingResets requesting;

	private final Throttle throttle;

	private final Sessions sessions;

	PasswordController(ChangingPasswords changing, RequestingResets requesting, Throttle throttle, Sessions sessions) {
		this.changing = changing;
		this.requesting = requesting;
		this.throttle = throttle;
		this.sessions = sessions;
	}

	/// Ends the other sessions as [#reset] does. This one goes on under a new id, as
	/// somebody may have copied the former.
	@PostMapping
	ResponseEntity<?> change(@RequestBody @Valid Change wanted, Caller caller, HttpServletRequest request,
			HttpServletResponse response) {
		return switch (this.throttle.begin(Guarded.SIGN_IN, caller.id(), request.getRemoteAddr())) {
			case Refused refused -> throw TooMany.problem(refused);
			case Admitted attempt -> {
				try (attempt) {
					yield change(wanted, attempt, caller, request, response);
				}
			}
		};
	}

	private ResponseEntity<?> change(Change wanted, Admitted attempt, Caller caller, HttpServletRequest request,
			HttpServletResponse response) {
		var outcome = this.changing.change(AccountId.of(caller.id()), wanted.currentPassword(), wanted.newPassword(),
				() -> this.sessions.endOthers(caller, request));
		if (outcome instanceof WrongPassword) {
			attempt.failed();
		}
		else {
			attempt.succeeded();
		}
		if (outcome instanceof Changed) {
			this.sessions.endOthers(caller, request);
			this.sessions.renew(caller, request, response);
		}
		return answer(outcome, "/newPassword");
	}

	/// The same for every address, at once.
	@PostMapping("/reset-requests")
	ResponseEntity<?> requestReset(@RequestBody @Valid ResetRequest wanted, HttpServletRequest request) {
		var email = new EmailAddress(wanted.email());
		var refused = this.throttle.spend(Guarded.RESET, email.value(), request.getRemoteAddr());
		if (refused.isPresent()) {
			throw TooMany.problem(refused.get());
		}
		this.requesting.request(email);
		return ResponseEntity.accepted().build();
	}

	/// Ends sessions before it is settled, as nothing is settled while they can't be
	/// ended, and again afterwards, for one that began meanwhile.
	@PostMapping("/reset")
	ResponseEntity<?> reset(@RequestBody @Valid Reset wanted, HttpServletRequest request) {
		var outcome = this.changing.reset(new OneTimeToken(wanted.token()), wanted.password(),
				id -> this.sessions.endAll(id.toString()));
		if (outcome instanceof Changed(var person)) {
			this.sessions.endAll(person.id().toString());
			this.throttle.remember(Guarded.SIGN_IN, person.email(), request.getRemoteAddr());
		}
		return answer(outcome, "/password");
	}

	private static ResponseEntity<?> answer(PasswordChange outcome, String pointer) {
		return switch (outcome) {
			case Changed changed -> ResponseEntity.noContent().build();
			case TooWeak(var weaknesses) -> WeakPassword.problem(pointer, weaknesses);
			case WrongPassword wrong -> Problems
				.invalid(List.of(new Fault("/currentPassword", "password-wrong", "This is not your password.")));
			case NoSuchLink none -> BadLink.problem();
		};
	}

	/// @param newPassword 12 to 128 characters of any kind
	record Change(@NotNull @Size(max = 256) String currentPassword, @NotNull String newPassword) {

		/// Keeps it out of logs.
		@Override
		public String toString() {
			return "Change[hidden]";
		}
	}

	record ResetRequest(@NotNull @Email @NamesAccount @Size(min = 3, max = EmailAddress.LONGEST) String email) {
	}

	/// @param password 12 to 128 characters of any kind
	record Reset(@NotNull @Size(max = 128) String token, @NotNull String password) {

		/// Keeps it out of logs.
		@Override
		public String toString() {
			return "Reset[hidden]";
		}
	}

}
