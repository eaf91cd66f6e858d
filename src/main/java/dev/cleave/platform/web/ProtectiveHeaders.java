package dev.cleave.platform.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// Tells browsers to do nothing with an answer but hand it to whoever asked. These headers stand on every answer, also on
/// those that no security chain has seen; where Spring Security writes the same ones, it finds them here.
final class ProtectiveHeaders {

	private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy", "same-site", "Cache-Control",
			"no-store", "Permissions-Policy",
			"accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()");

	private static final String POLICY = "Content-Security-Policy";

	private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

	/// The documentation is a page with scripts and styles of its own.
	private static final String PAGE = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
			+ "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

	private static final String TLS_ONLY = "max-age=31536000 ; includeSubDomains";

	private ProtectiveHeaders() {
	}

	static void write(HttpServletRequest request, HttpServletResponse response) {
		ALWAYS.forEach(response::setHeader);
		var path = request.getRequestURI();
		response.setHeader(POLICY, (path != null && path.startsWith("/swagger-ui/")) ? PAGE : NOTHING);
		if (request.isSecure()) {
			response.setHeader("Strict-Transport-Security", TLS_ONLY);
		}
	}

}
