package dev.cleave.auth.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

import dev.cleave.platform.security.Fingerprints;
import dev.cleave.platform.security.SecuritySettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Marks a browser in which somebody has signed in, so that the guesses of others, even from the same network address,
/// can't keep its owner out. The mark opens nothing: it only has its own attempts counted.
@Component
class Devices {

	private static final Duration KEPT = Duration.ofDays(30);

	private static final String PURPOSE = "device";

	private static final int BYTES = 16;

	private final SecureRandom random = new SecureRandom();

	private final Fingerprints fingerprints;

	private final boolean secure;

	private final String name;

	Devices(Fingerprints fingerprints, SecuritySettings settings) {
		this.fingerprints = fingerprints;
		this.secure = settings.secureCookies();
		this.name = this.secure ? "__Host-DEVICE" : "DEVICE";
	}

	/// The browser's name, if this account has signed in there; else null.
	@Nullable String of(String subject, HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, this.name);
		var parts = (cookie != null) ? cookie.getValue().split("\\.", 2) : new String[0];
		return (parts.length == 2 && isOurs(parts[0], subject, parts[1])) ? parts[0] : null;
	}

	void mark(String subject, HttpServletRequest request, HttpServletResponse response) {
		if (of(subject, request) == null) {
			var bytes = new byte[BYTES];
			this.random.nextBytes(bytes);
			var device = HexFormat.of().formatHex(bytes);
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(this.name, device + "." + signature(device, subject))
						.path("/")
						.httpOnly(true)
						.secure(this.secure)
						.sameSite("Lax")
						.maxAge(KEPT)
						.build()
						.toString());
		}
	}

	private boolean isOurs(String device, String subject, String signature) {
		return MessageDigest.isEqual(signature(device, subject).getBytes(StandardCharsets.UTF_8),
				signature.getBytes(StandardCharsets.UTF_8));
	}

	private String signature(String device, String subject) {
		return this.fingerprints.of(PURPOSE, device + " " + subject);
	}

}
