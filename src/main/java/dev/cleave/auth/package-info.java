/// Knows who people and machines are: accounts, sign-in with sessions, machine clients and the tokens they get.
@ApplicationModule(displayName = "Auth",
		allowedDependencies = { "platform", "platform :: messaging", "platform :: persistence", "platform :: web",
				"platform :: security", "platform :: audit" })
@NullMarked
package dev.cleave.auth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
