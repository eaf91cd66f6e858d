package dev.cleave.platform.web;

import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerMapping;

/// What makes a request the same as an earlier one (IETF draft `Idempotency-Key`); a controller takes it as a
/// parameter, which makes the header required.
///
/// @param caller whose key it is
/// @param route the kind of request, as method and path pattern
/// @param value 1–255 printable ASCII characters
/// @param target the path and query asked for; part of what must be equal in a repeat
public record IdempotencyKey(String caller, String route, String value, String target) {

	public static final String HEADER = "Idempotency-Key";

	private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,255}");

	public IdempotencyKey {
		if (!VALUE.matcher(value).matches()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "idempotency-key-malformed",
					"An Idempotency-Key has 1 to 255 printable ASCII characters.");
		}
	}

	static IdempotencyKey of(HttpServletRequest request) {
		var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		var caller = Objects.requireNonNullElse(request.getRemoteUser(), "");
		var query = request.getQueryString();
		return new IdempotencyKey(caller, "%s %s".formatted(request.getMethod(), route),
				value(request.getHeader(HEADER)), request.getRequestURI() + ((query != null) ? "?" + query : ""));
	}

	/// The draft wants a quoted string; most clients send it bare.
	private static String value(@Nullable String header) {
		if (header == null || header.isBlank()) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "idempotency-key-missing",
					"Send an Idempotency-Key, so that a repeat of this request does nothing twice.");
		}
		var text = header.strip();
		var quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1) : text;
	}

}
