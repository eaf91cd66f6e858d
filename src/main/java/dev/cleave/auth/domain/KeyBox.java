package dev.cleave.auth.domain;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.cleave.platform.MissingSettingException;
import dev.cleave.platform.Production;

import org.springframework.stereotype.Component;

/// Seals what auth must be able to read again, so that neither a dump of the database nor a look into it gives it away.
/// What is sealed belongs to its place: moved to another row it can't be opened.
@Component
public class KeyBox {

	private static final String MARK = "sealed.";

	private final EncryptionKey current;

	private final Map<String, EncryptionKey> keys = new LinkedHashMap<>();

	private final SecureRandom random = new SecureRandom();

	KeyBox(EncryptionSettings settings, Production production) {
		this.current = key(EncryptionSettings.KEY, settings.encryptionKey(), production);
		var former = settings.formerEncryptionKey();
		if (former != null && !former.isBlank()) {
			add(key(EncryptionSettings.FORMER_KEY, former, production));
		}
		add(this.current);
	}

	/// @param place what the secret is and whose, such as `second-factor:` and an
	/// account's id
	/// @return printable ASCII, about a third longer than the secret and 60 characters
	public String seal(byte[] secret, String place) {
		var sealed = this.current.seal(secret, place.getBytes(StandardCharsets.UTF_8), this.random);
		return MARK + this.current.name() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/// @param place the one it was sealed for
	/// @throws IllegalStateException if it was changed or stands in another place
	/// @throws MissingSettingException if it was sealed with a key that is not known here
	public byte[] open(String sealed, String place) {
		var parts = sealed.split("\\.", 3);
		if (!sealed.startsWith(MARK) || parts.length != 3) {
			throw new IllegalStateException("This was never sealed");
		}
		var key = this.keys.get(parts[1]);
		if (key == null) {
			throw new MissingSettingException(EncryptionSettings.FORMER_KEY,
					"Something in the database was sealed with another key than %s.".formatted(EncryptionSettings.KEY));
		}
		return key.open(Base64.getUrlDecoder().decode(parts[2]), place.getBytes(StandardCharsets.UTF_8));
	}

	/// Whether it would be sealed with another key today, or was not sealed at all.
	public boolean isOutdated(String sealed) {
		return !sealed.startsWith(MARK + this.current.name() + ".");
	}

	private void add(EncryptionKey key) {
		this.keys.put(key.name(), key);
	}

	private static EncryptionKey key(String setting, String text, Production production) {
		var why = "It is the base64 of 32 random bytes (openssl rand -base64 32), the same on all nodes, and seals private keys and second factors.";
		production.refuseDefault(setting, text, EncryptionSettings.LOCAL_KEY, why);
		var key = EncryptionKey.of(text, setting);
		if (production.isOn() && key.name().equals(EncryptionKey.of(EncryptionSettings.LOCAL_KEY, setting).name())) {
			throw new MissingSettingException(setting, why);
		}
		return key;
	}

}
