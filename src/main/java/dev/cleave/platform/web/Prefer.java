package dev.cleave.platform.web;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What a caller would like (RFC 7240); a controller takes it as a parameter. Cleave knows one preference: `wait=N`,
/// to be answered only when the matter is settled or N seconds have passed.
///
/// @param header the values of `Prefer`, joined by commas, or null
public record Prefer(@Nullable String header) {

	/// Nobody is kept waiting longer.
	public static final Duration LONGEST = Duration.ofSeconds(10);

	public static final String APPLIED = "Preference-Applied";

	private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?:$|[,;])",
			Pattern.CASE_INSENSITIVE);

	/// How long the caller would wait, at most [#LONGEST]; empty when it does not want
	/// to.
	public Optional<Duration> waitTime() {
		var matcher = WAIT.matcher((this.header != null) ? this.header : "");
		if (!matcher.find()) {
			return Optional.empty();
		}
		var wanted = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
		return Optional.of((wanted.compareTo(LONGEST) < 0) ? wanted : LONGEST).filter(Duration::isPositive);
	}

	/// The value of `Preference-Applied` for an answer that waited.
	public Optional<String> applied() {
		return waitTime().map(wait -> "wait=" + wait.toSeconds());
	}

}
