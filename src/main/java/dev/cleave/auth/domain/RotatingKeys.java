package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.cleave.auth.domain.KeyRotation.Published;
import dev.cleave.auth.domain.KeyRotation.Waiting;
import dev.cleave.auth.domain.KeySheet.State;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.security.SigningKeyPublished;
import dev.cleave.platform.security.SigningKeyRetired;
import dev.cleave.platform.security.TrustedKeyTable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets one signing key follow another. All modules hear of a key long before it signs, and of its end when its last
/// token has expired. Auth itself trusts and forgets it in the same transaction, so that where all modules run together
/// the first token is good at once.
@Service
public class RotatingKeys {

	/// Tokens last at most nine minutes, clocks differ by one, and a node may be slow.
	static final Duration KEPT = Duration.ofMinutes(15);

	private final KeyRing ring;

	private final KeyBox box;

	private final KeySettings settings;

	private final TrustedKeyTable trusted;

	private final ApplicationEventPublisher events;

	private final AuditTrail audit;

	RotatingKeys(KeyRing ring, KeyBox box, KeySettings settings, JdbcClient jdbc, ApplicationEventPublisher events,
			AuditTrail audit) {
		this.ring = ring;
		this.box = box;
		this.settings = settings;
		this.trusted = new TrustedKeyTable(jdbc);
		this.events = events;
		this.audit = audit;
	}

	@Transactional(value = "auth", readOnly = true)
	public boolean isDue() {
		return this.ring.isDue(this.settings.signingKeyLifetime(), this.settings.signingKeyLead());
	}

	/// Of several nodes that find it due the first one's key counts. The very first key
	/// signs at once.
	@Transactional("auth")
	public void publishIfDue(TokenKey key) {
		this.ring.hold();
		if (isDue()) {
			add(key, this.ring.signing().isEmpty() ? Duration.ZERO : this.settings.signingKeyLead());
		}
	}

	/// Begins a rotation before its time.
	@Transactional("auth")
	public KeyRotation publish(TokenKey key) {
		this.ring.hold();
		var waiting = this.ring.all().stream().filter(other -> other.state() == State.WAITING).findFirst();
		if (waiting.isPresent()) {
			return new Waiting(waiting.get());
		}
		add(key, this.settings.signingKeyLead());
		return new Published(sheet(key));
	}

	/// For a key that has leaked: another one signs at once, and no other counts any
	/// more.
	/// Tokens that are out are refused, so machines have to ask for new ones.
	@Transactional("auth")
	public KeySheet replaceAll(TokenKey key) {
		this.ring.hold();
		add(key, Duration.ZERO);
		forget(this.ring.removeAllBut(key.kid()));
		return sheet(key);
	}

	/// @return how many keys have come to their end
	@Transactional("auth")
	public int retire() {
		this.ring.hold();
		var ended = this.ring.removeFollowed(KEPT);
		forget(ended);
		return ended.size();
	}

	/// Seals what was kept before there was a key box, or under another encryption key.
	@Transactional("auth")
	public void sealAnew() {
		this.ring.hold();
		for (var key : this.ring.all()) {
			this.ring.privateHalf(key.kid()).filter(this.box::isOutdated).ifPresent(kept -> {
				var plain = kept.startsWith("{") ? kept.getBytes(StandardCharsets.UTF_8)
						: this.box.open(kept, SigningKeys.place(key.kid()));
				this.ring.reseal(key.kid(), this.box.seal(plain, SigningKeys.place(key.kid())));
			});
		}
	}

	private void add(TokenKey key, Duration lead) {
		var sealed = this.box.seal(key.privateJwk().getBytes(StandardCharsets.UTF_8), SigningKeys.place(key.kid()));
		this.ring.add(key.kid(), sealed, lead);
		var published = new SigningKeyPublished(key.kid(), key.publicJwk());
		this.trusted.add(published);
		this.audit.record(Deed.done("signing-key.published", "key:" + key.kid()).with("lead", lead));
		this.events.publishEvent(published);
	}

	private void forget(List<String> kids) {
		kids.stream().sorted().map(SigningKeyRetired::new).forEach(retired -> {
			this.trusted.remove(retired);
			this.audit.record(Deed.done("signing-key.retired", "key:" + retired.kid()));
			this.events.publishEvent(retired);
		});
	}

	private KeySheet sheet(TokenKey key) {
		return this.ring.all().stream().filter(kept -> kept.kid().equals(key.kid())).findFirst().orElseThrow();
	}

}
