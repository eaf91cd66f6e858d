package dev.cleave.auth.letters;

import java.time.Duration;
import java.util.List;

import dev.cleave.auth.domain.Letter;
import dev.cleave.auth.domain.Letters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/// Sends letters by mail. A mail server that is away is tried again twice.
class MailedLetters implements Letters {

	private static final Logger log = LoggerFactory.getLogger(MailedLetters.class);

	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(20));

	private final JavaMailSender mail;

	private final Wording wording;

	private final String from;

	MailedLetters(JavaMailSender mail, Wording wording, String from) {
		this.mail = mail;
		this.wording = wording;
		this.from = from;
	}

	@Override
	public boolean arrive() {
		return true;
	}

	@Override
	public void send(Letter letter) {
		var message = message(letter);
		for (var pause : PAUSES) {
			if (isSent(message)) {
				return;
			}
			await(pause);
		}
		if (!isSent(message)) {
			log.warn("The mail server takes no letter: a {} is given up", letter.occasion());
		}
	}

	private SimpleMailMessage message(Letter letter) {
		var message = new SimpleMailMessage();
		message.setFrom(this.from);
		message.setTo(letter.to().value());
		message.setSubject(this.wording.subject(letter));
		message.setText(this.wording.text(letter));
		return message;
	}

	/// What can never be sent counts as sent.
	private boolean isSent(SimpleMailMessage message) {
		try {
			this.mail.send(message);
			return true;
		}
		catch (MailParseException | MailAuthenticationException ex) {
			log.warn("A letter can't be sent: {}", ex.getClass().getSimpleName());
			return true;
		}
		catch (MailException ex) {
			log.debug("A letter was not sent: {}", ex.getClass().getSimpleName());
			return false;
		}
	}

	private static void await(Duration pause) {
		try {
			Thread.sleep(pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
