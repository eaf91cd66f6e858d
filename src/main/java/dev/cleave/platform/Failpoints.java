package dev.cleave.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// What is to happen at which place, and how often each was reached.
final class Failpoints {

	static final Failpoints ARMED = new Failpoints(System.getProperty(Fail.SETTING, ""));

	private static final int KILLED = 137;

	private static final String ANYWHERE = "*";

	private final List<Trap> traps;

	/// @param text `place=action`, or `place=action@n` for the nth time only, divided by
	/// semicolons. Actions are `halt`, `throw`, `sleep:<milliseconds>`,
	/// `await:<file that comes to be>` and `note:<file that names are added to>`; the
	/// place `*` is any
	Failpoints(String text) {
		this.traps = Stream.of(text.split(";")).filter(trap -> !trap.isBlank()).map(Failpoints::trap).toList();
	}

	private static Trap trap(String text) {
		var middle = text.indexOf('=');
		var place = text.substring(0, middle).strip();
		var action = text.substring(middle + 1).strip();
		var time = action.lastIndexOf('@');
		var words = ((time < 0) ? action : action.substring(0, time)).split(":", 2);
		return new Trap(place, words[0], (words.length > 1) ? words[1] : "",
				(time < 0) ? 0 : Long.parseLong(action.substring(time + 1)), new AtomicLong());
	}

	void reached(String name) {
		for (var trap : this.traps) {
			if ((trap.place().equals(name) || trap.place().equals(ANYWHERE)) && trap.snaps()) {
				act(trap, name);
			}
		}
	}

	private static void act(Trap trap, String name) {
		switch (trap.action()) {
			case "halt" -> Runtime.getRuntime().halt(KILLED);
			case "throw" -> throw new IllegalStateException("The failpoint %s was reached".formatted(name));
			case "sleep" -> sleep(Long.parseLong(trap.detail()));
			case "await" -> await(Path.of(trap.detail()));
			case "note" -> note(Path.of(trap.detail()), name);
			default -> throw new IllegalArgumentException("No failpoint can %s".formatted(trap.action()));
		}
	}

	private static void await(Path file) {
		while (Files.notExists(file)) {
			sleep(20);
		}
	}

	private static synchronized void note(Path file, String name) {
		try {
			Files.writeString(file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/// @param time for which it snaps, or 0 for each
	private record Trap(String place, String action, String detail, long time, AtomicLong reached) {

		boolean snaps() {
			var now = this.reached.incrementAndGet();
			return this.time == 0 || now == this.time;
		}

	}

}
