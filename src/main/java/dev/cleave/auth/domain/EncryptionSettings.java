package dev.cleave.auth.domain;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The keys under which auth keeps what it must be able to read again: private keys and the seeds of second factors.
///
/// @param encryptionKey the base64 of 32 random bytes, the same on all nodes; production has no default
/// @param formerEncryptionKey opens as well, while the key changes: the one before, or the one to come
@ConfigurationProperties("cleave.auth")
public record EncryptionSettings(@DefaultValue(LOCAL_KEY) String encryptionKey, @Nullable String formerEncryptionKey) {

	/// Says in base64 that everybody knows it.
	static final String LOCAL_KEY = "Y2xlYXZlLWxvY2FsOiBldmVyeWJvZHkga25vd3MgaXQ=";

	static final String KEY = "cleave.auth.encryption-key";

	static final String FORMER_KEY = "cleave.auth.former-encryption-key";

	/// Keeps the keys out of logs.
	@Override
	public String toString() {
		return "EncryptionSettings[hidden]";
	}

}
