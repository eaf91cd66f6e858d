package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.stereotype.Service;

/// The keys of this shop, the same on all nodes. Which one signs is asked each time; only what a key is made of is
/// remembered.
@Service
public class SigningKeys {

	private final KeyRing ring;

	private final KeyBox box;

	private final ConcurrentHashMap<String, RSAKey> opened = new ConcurrentHashMap<>();

	SigningKeys(KeyRing ring, KeyBox box) {
		this.ring = ring;
		this.box = box;
	}

	/// The key that signs now, with its private half.
	public Optional<RSAKey> signing() {
		return this.ring.signing().flatMap(this::open);
	}

	/// The public halves of all keys that count: those to come, the one that signs, and
	/// the former ones.
	public List<RSAKey> published() {
		var kids = all().stream().map(KeySheet::kid).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
		this.opened.keySet().retainAll(kids);
		return kids.stream().map(this::open).flatMap(Optional::stream).map(RSAKey::toPublicJWK).toList();
	}

	/// The one that comes last stands first.
	public List<KeySheet> all() {
		return this.ring.all();
	}

	static String place(String kid) {
		return "signing-key:" + kid;
	}

	private Optional<RSAKey> open(String kid) {
		return Optional.ofNullable(this.opened.get(kid)).or(() -> this.ring.privateHalf(kid).map(sealed -> {
			var key = TokenKey.parse(new String(this.box.open(sealed, place(kid)), StandardCharsets.UTF_8));
			this.opened.put(kid, key);
			return key;
		}));
	}

}
