package dev.cleave.auth.domain;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.cleave.auth.domain.Attempt.Admitted;
import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.platform.security.Fingerprints;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses: for one account, from one network address, and all together. Nobody can so be kept out of
/// their own account: who has succeeded from an address before is counted there alone, and what others do elsewhere is
/// none of their concern. Counts in Redis, on all nodes together; while that is away each node counts for itself.
@Component
public class Throttle {

	private static final Logger log = LoggerFactory.getLogger(Throttle.class);

	private static final Duration REMEMBERED = Duration.ofDays(30);

	private static final int SUBNET_BYTES = 8;

	private final RedisBuckets shared;

	private final LocalBuckets own;

	private final StringRedisTemplate redis;

	private final Fingerprints fingerprints;

	private final ThrottleSettings settings;

	Throttle(RedisBuckets shared, LocalBuckets own, StringRedisTemplate redis, Fingerprints fingerprints,
			ThrottleSettings settings) {
		this.shared = shared;
		this.own = own;
		this.redis = redis;
		this.fingerprints = fingerprints;
		this.settings = settings;
	}

	/// Asks for leave to try something. Whoever gets it says what became of it.
	///
	/// @param subject whom it concerns, as [Guarded] says
	/// @param from the network address of whoever tries
	public Attempt begin(Guarded what, String subject, String from) {
		return begin(what, subject, from, null);
	}

	/// @param device the name of a device that is known to the subject, or null; what is
	/// tried from there is counted
	/// there alone
	public Attempt begin(Guarded what, String subject, String from, @Nullable String device) {
		if (!this.settings.enabled()) {
			return new Admitted(this.own, List.of(), () -> {
			});
		}
		try {
			return begin(this.shared, what, subject, from, known(what, subject, from, device));
		}
		catch (DataAccessException ex) {
			log.debug("Redis is away: this node counts for itself", ex);
			return begin(this.own, what, subject, from, device);
		}
	}

	/// Counts what has been tried already, or is to count whatever becomes of it. Empty
	/// if that is within the limits.
	public Optional<Refused> spend(Guarded what, String subject, String from) {
		return switch (begin(what, subject, from)) {
			case Refused refused -> Optional.of(refused);
			case Admitted admitted -> {
				admitted.failed();
				yield Optional.empty();
			}
		};
	}

	/// From now on somebody at this address counts as known to the subject: as the one
	/// who has made the account, say, or
	/// who has followed a link that was sent to its owner.
	public void remember(Guarded what, String subject, String from) {
		try {
			this.redis.opsForValue().set(acquaintance(what, subject, from), "", REMEMBERED);
		}
		catch (DataAccessException ex) {
			log.debug("Redis is away: nobody is remembered", ex);
		}
	}

	/// By what the subject knows whoever tries; null for strangers.
	private @Nullable String known(Guarded what, String subject, String from, @Nullable String device) {
		return (device == null && what.isBySubject() && this.redis.hasKey(acquaintance(what, subject, from)))
				? place(from) : device;
	}

	private Attempt begin(Buckets store, Guarded what, String subject, String from, @Nullable String known) {
		var buckets = (known != null) ? List.of(bucket(what, "known", subject + "@" + known, perSubject(), true))
				: ofStrangers(what, subject, from);
		var answer = store.take(buckets);
		return answer.isYes() ? new Admitted(store, buckets, () -> succeeded(what, subject, from))
				: new Refused(Duration.ofSeconds(Math.max(1, Math.ceilDiv(answer.millis(), 1_000))), answer.isBusy());
	}

	private List<Bucket> ofStrangers(Guarded what, String subject, String from) {
		var buckets = new ArrayList<Bucket>();
		if (what.isBySubject()) {
			buckets.add(bucket(what, "subject", subject, perSubject(), false));
		}
		buckets.add(bucket(what, "address", place(from),
				what.isGuess() ? this.settings.addressFailures() : this.settings.addressRequests(), false));
		if (what.isGuess() && what.isBySubject()) {
			buckets.add(bucket(what, "total", "", this.settings.totalFailures(), false));
		}
		return buckets;
	}

	private int perSubject() {
		return this.settings.accountFailures();
	}

	private void succeeded(Guarded what, String subject, String from) {
		if (what.isBySubject()) {
			remember(what, subject, from);
		}
	}

	private Bucket bucket(Guarded what, String kind, String whose, int limit, boolean forgiving) {
		return new Bucket(key(what, kind, whose), limit, forgiving);
	}

	private String acquaintance(Guarded what, String subject, String from) {
		return key(what, "acquaintance", subject + "@" + place(from));
	}

	/// All in one slot of a Redis cluster, as a script needs it.
	private String key(Guarded what, String kind, String whose) {
		return "{cleave:throttle}:" + this.fingerprints.of(what + " " + kind, whose);
	}

	/// Who has one address of IPv6 has all of the same /64.
	private static String place(String from) {
		try {
			var address = InetAddress.ofLiteral(from);
			return (address instanceof Inet6Address) ? InetAddress.getByAddress(subnet(address.getAddress())).toString()
					: address.getHostAddress();
		}
		catch (IllegalArgumentException | java.net.UnknownHostException ex) {
			return from;
		}
	}

	private static byte[] subnet(byte[] address) {
		var subnet = new byte[address.length];
		System.arraycopy(address, 0, subnet, 0, SUBNET_BYTES);
		return subnet;
	}

}
