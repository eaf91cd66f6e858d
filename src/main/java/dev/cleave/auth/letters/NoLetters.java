package dev.cleave.auth.letters;

import dev.cleave.auth.domain.Letter;
import dev.cleave.auth.domain.Letters;

/// Nobody is written to.
class NoLetters implements Letters {

	@Override
	public boolean arrive() {
		return false;
	}

	@Override
	public void send(Letter letter) {
		throw new IllegalStateException("There is nobody to bring letters");
	}

}
