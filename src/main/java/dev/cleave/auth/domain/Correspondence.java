package dev.cleave.auth.domain;

import java.security.SecureRandom;
import java.util.UUID;

import dev.cleave.auth.domain.AccountTokens.Purpose;
import dev.cleave.auth.domain.Letter.Occasion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Writes to people when the answer to whoever caused it is on its way. Nobody gets more than five letters of a kind in a
/// quarter of an hour, however often somebody else asks for them.
@Component
class Correspondence {

	private static final int MOST = 5;

	private final Letters letters;

	private final AccountTokens tokens;

	private final PendingRegistrations pending;

	private final Afterwards afterwards;

	private final SecureRandom random = new SecureRandom();

	Correspondence(Letters letters, AccountTokens tokens, PendingRegistrations pending, Afterwards afterwards) {
		this.letters = letters;
		this.tokens = tokens;
		this.pending = pending;
		this.afterwards = afterwards;
	}

	/// Has whoever wants an account show that the address is his. Writes one row, as
	/// [#tellHolder] does.
	void confirm(PendingRegistration wanted) {
		var token = OneTimeToken.random(this.random);
		this.pending.add(token, wanted);
		this.afterwards.run(() -> {
			if (this.pending.recent(wanted.email()) <= MOST) {
				send(wanted.email(), Occasion.VERIFICATION, token);
			}
		});
	}

	/// Tells the holder of an account that somebody wants another one with his address.
	void tellHolder(Account holder) {
		var token = OneTimeToken.random(this.random);
		var purpose = holder.isVerified() ? Purpose.NOTICE : Purpose.VERIFICATION;
		var told = holder.isVerified() ? null : token;
		holder.person().ifPresent(person -> {
			var id = person.id().value();
			this.tokens.add(token, id, purpose);
			this.afterwards.run(() -> send(person, id, purpose, Occasion.KNOWN_ADDRESS, told));
		});
	}

	/// Lets the holder of an account show that the address is his.
	void offerVerification(Person holder) {
		offer(holder, Purpose.VERIFICATION, Occasion.VERIFICATION);
	}

	void offerReset(Person holder) {
		offer(holder, Purpose.RESET, Occasion.RESET);
	}

	void tellOfNewPassword(Person holder) {
		this.afterwards.run(() -> send(new EmailAddress(holder.email()), Occasion.PASSWORD_CHANGED, null));
	}

	/// For what is looked up only when the answer is on its way.
	void afterwards(Runnable work) {
		this.afterwards.run(work);
	}

	private void offer(Person holder, Purpose purpose, Occasion occasion) {
		if (this.letters.arrive()) {
			this.afterwards.run(() -> {
				var token = OneTimeToken.random(this.random);
				this.tokens.add(token, holder.id().value(), purpose);
				send(holder, holder.id().value(), purpose, occasion, token);
			});
		}
	}

	private void send(Person holder, UUID id, Purpose purpose, Occasion occasion, @Nullable OneTimeToken token) {
		if (this.tokens.recent(id, purpose) <= MOST) {
			send(new EmailAddress(holder.email()), occasion, token);
		}
	}

	private void send(EmailAddress to, Occasion occasion, @Nullable OneTimeToken token) {
		if (this.letters.arrive()) {
			this.letters.send(new Letter(to, occasion, token));
		}
	}

}
