package dev.cleave.auth.letters;

import dev.cleave.auth.domain.Letter;
import dev.cleave.auth.domain.Letters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows on a laptop what would have been mailed: the call that uses the token, to be pasted. The address stays out of it.
class ShownLetters implements Letters {

	private static final Logger log = LoggerFactory.getLogger(ShownLetters.class);

	private static final String CALL = "curl -si localhost:8080/api/v1/auth/%s -H 'Content-Type: application/json' -d '%s'";

	@Override
	public boolean arrive() {
		return true;
	}

	@Override
	public void send(Letter letter) {
		var token = letter.token();
		if (token == null) {
			log.info("A letter that says {} would have been mailed", letter.occasion());
			return;
		}
		var call = switch (letter.occasion()) {
			case RESET -> CALL.formatted("password/reset",
					"{\"token\": \"%s\", \"password\": \"a new password\"}".formatted(token.value()));
			default -> CALL.formatted("accounts/verification", "{\"token\": \"%s\"}".formatted(token.value()));
		};
		log.info("A letter ({}) would have been mailed. What it asks for:\n{}", letter.occasion(), call);
	}

}
