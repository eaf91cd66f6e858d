package dev.cleave.auth.web;

import dev.cleave.auth.domain.EmailAddress;
import dev.cleave.auth.domain.RegisteringAccounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Takes registrations. The answer is the same whether the address is known or not. A repeat does nothing, so there is
/// no need of an Idempotency-Key, under which a trace of the password would have to be kept.
@RestController
@RequestMapping(AuthAccess.ACCOUNTS)
class AccountController {

	private final RegisteringAccounts registering;

	AccountController(RegisteringAccounts registering) {
		this.registering = registering;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	void register(@RequestBody @Valid Registration registration) {
		this.registering.register(new EmailAddress(registration.email()), registration.name().strip(),
				registration.password());
	}

	/// @param password 12 to 128 characters of any kind
	record Registration(@NotNull @Email @Size(min = 3, max = EmailAddress.LONGEST) String email,
			@NotNull @Size(min = 12, max = 128) String password, @NotBlank @Size(max = 200) String name) {
	}

}
