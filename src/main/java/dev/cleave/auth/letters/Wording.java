package dev.cleave.auth.letters;

import java.net.URI;

import dev.cleave.auth.domain.AccountSettings;
import dev.cleave.auth.domain.Letter;
import dev.cleave.auth.domain.OneTimeToken;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// What letters say. A token stands behind the `#` of a link, which browsers send to nobody.
@Component
class Wording {

	private static final String IGNORE = "If that was not you, you need not do anything.\n";

	private final @Nullable URI pages;

	private final long minutes;

	Wording(AccountSettings settings) {
		this.pages = settings.pages();
		this.minutes = settings.linkLifetime().toMinutes();
	}

	String subject(Letter letter) {
		return switch (letter.occasion()) {
			case VERIFICATION -> "Please confirm your address";
			case KNOWN_ADDRESS -> "You have an account already";
			case RESET -> "A new password for your account";
			case PASSWORD_CHANGED -> "Your password was changed";
		};
	}

	String text(Letter letter) {
		return "Hello,\n\n" + switch (letter.occasion()) {
			case VERIFICATION ->
				"somebody wants to use this address for an account with us, and has chosen a password for it. If that was you,\n"
						+ "confirm that the address is yours:\n" + link("verify", letter.token())
						+ "If that was not you, do\nnot use it: you would let in whoever chose the password.\n";
			case KNOWN_ADDRESS ->
				"somebody wants to register with this address, which has an account already. Sign in with the password\n"
						+ "that you have, or ask for a new one.\n"
						+ ((letter.token() != null) ? "To confirm that the address is yours,\n"
								+ link("verify", letter.token())
								+ "Do so only if you\nhave the password. If somebody else chose it, ask for a new one, which confirms the address, too.\n"
								: "")
						+ IGNORE;
			case RESET -> "somebody wants a new password for the account with this address. To choose one,\n"
					+ link("reset", letter.token()) + IGNORE;
			case PASSWORD_CHANGED ->
				"the password of your account was changed, and whoever was signed in elsewhere no longer is.\n"
						+ "If that was not you, ask for a new password at once.\n";
		};
	}

	private String link(String page, @Nullable OneTimeToken token) {
		var value = (token != null) ? token.value() : "";
		var how = (this.pages != null) ? "open\n\n%s/%s#%s\n".formatted(this.pages, page, value)
				: "use this code where you were asked for it:\n\n%s\n".formatted(value);
		return "%s\nIt works once, within %d minutes. ".formatted(how, this.minutes);
	}

}
