package dev.cleave.platform.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// What was done or refused. Nothing here may be a secret or tell who a person is: entries are kept for ever.
///
/// @param action dotted, the noun first, in the past tense: `client.created`
/// @param subject what it was done to, as `kind:id`, or the route that was refused
/// @param reason as whoever did it gave it, or why it was refused
/// @param details flat
/// @param actor null for whoever the request is by
public record Deed(String action, String subject, Outcome outcome, @Nullable String reason, Map<String, String> details,
		@Nullable Actor actor) {

	private static final int LONGEST = 500;

	public Deed {
		subject = oneLine(subject);
		reason = (reason != null) ? oneLine(reason) : null;
		var sorted = new TreeMap<String, String>();
		details.forEach((name, value) -> sorted.put(name, oneLine(value)));
		details = Collections.unmodifiableSortedMap(sorted);
	}

	public static Deed done(String action, String subject) {
		return new Deed(action, subject, Outcome.DONE, null, Map.of(), null);
	}

	public static Deed refused(String action, String subject) {
		return new Deed(action, subject, Outcome.REFUSED, null, Map.of(), null);
	}

	public Deed because(@Nullable String why) {
		return new Deed(this.action, this.subject, this.outcome, why, this.details, this.actor);
	}

	public Deed by(Actor who) {
		return new Deed(this.action, this.subject, this.outcome, this.reason, this.details, who);
	}

	public Deed with(String name, Object value) {
		var more = new TreeMap<>(this.details);
		more.put(name, String.valueOf(value));
		return new Deed(this.action, this.subject, this.outcome, this.reason, more, this.actor);
	}

	/// Whoever reads entries reads one to a line, and none may look like two.
	private static String oneLine(String text) {
		var line = text.replaceAll("\\p{Cc}|\\R", " ");
		return (line.length() > LONGEST) ? line.substring(0, LONGEST) : line;
	}

	public enum Outcome {

		DONE, REFUSED

	}

}
