package dev.cleave.auth.web;

import dev.cleave.auth.domain.EmailAddress;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.OneTimeToken;
import dev.cleave.auth.domain.RegisteringAccounts;
import dev.cleave.auth.domain.Registration.Taken;
import dev.cleave.auth.domain.Registration.Weak;
import dev.cleave.auth.domain.Throttle;
import dev.cleave.auth.domain.VerifyingAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes registrations. The answer is the same whether the address is known or not. A repeat does nothing, so there is
/// no need of an Idempotency-Key, under which a trace of the password would have to be kept.
@RestController
@RequestMapping(AuthAccess.ACCOUNTS)
class AccountController {

	private final RegisteringAccounts registering;

	private final VerifyingAddresses verifying;

	private final Throttle throttle;

	AccountController(RegisteringAccounts registering, VerifyingAddresses verifying, Throttle throttle) {
		this.verifying = verifying;
		this.registering = registering;
		this.throttle = throttle;
	}

	@PostMapping
	ResponseEntity<?> register(@RequestBody @Valid NewAccount wanted, HttpServletRequest request) {
		var refused = this.throttle.spend(Guarded.REGISTRATION, "", request.getRemoteAddr());
		if (refused.isPresent()) {
			throw TooMany.problem(refused.get());
		}
		return switch (this.registering.register(new EmailAddress(wanted.email()), wanted.name().strip(),
				wanted.password())) {
			case Taken() -> ResponseEntity.accepted().build();
			case Weak(var weaknesses) -> WeakPassword.problem("/password", weaknesses);
		};
	}

	/// Takes the token that was sent to an address. Whoever has it reads what is sent
	/// there, and so is known to the account from now on.
	@PostMapping("/verification")
	ResponseEntity<?> verify(@RequestBody @Valid Proof proof, HttpServletRequest request) {
		var holder = this.verifying.verify(new OneTimeToken(proof.token()));
		holder.ifPresent(person -> this.throttle.remember(Guarded.SIGN_IN, person.email(), request.getRemoteAddr()));
		return holder.isPresent() ? ResponseEntity.noContent().build() : BadLink.problem();
	}

	record Proof(@NotNull @Size(max = 128) String token) {

		/// Keeps it out of logs.
		@Override
		public String toString() {
			return "Proof[hidden]";
		}
	}

	/// @param password 12 to 128 characters of any kind
	record NewAccount(@NotNull @Email @NamesAccount @Size(min = 3, max = EmailAddress.LONGEST) String email,
			@NotNull String password,
			@NotBlank @Pattern(regexp = "\\P{Cc}*", message = "must be printable") @Size(max = 200) String name) {

		/// Keeps it out of logs.
		@Override
		public String toString() {
			return "NewAccount[hidden]";
		}
	}

}
