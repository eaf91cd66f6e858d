package dev.cleave.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Faults in random company, one to three at a time, on a shop that lives on. A file says which episodes are over, so
/// that whoever is interrupted goes on with the next.
final class Episodes {

	private static final Path STATE = Laboratory.FOLDER.resolve("episodes.txt");

	private static final int MOST_AT_ONCE = 3;

	private final List<Scenario> alone;

	private final List<Scenario> mixing;

	private final long seed;

	Episodes(List<Scenario> scenarios, long seed) {
		this.mixing = scenarios.stream().filter(Scenario::mixes).toList();
		this.alone = scenarios.stream().filter((scenario) -> !scenario.mixes() && !scenario.loses()).toList();
		this.seed = seed;
	}

	/// What happens in an episode, the same whenever it is asked.
	List<Scenario> of(int episode) {
		var random = new SplittableRandom(this.seed * 10_000 + episode);
		if (random.nextInt(8) == 0) {
			return List.of(this.alone.get(random.nextInt(this.alone.size())));
		}
		var all = new ArrayList<>(this.mixing);
		Collections.shuffle(all, random);
		return List.copyOf(all.subList(0, 1 + random.nextInt(MOST_AT_ONCE)));
	}

	static int over() {
		try {
			return Files.exists(STATE) ? Files.readAllLines(STATE).size() : 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void isOver(int episode, Kind kind, List<Scenario> scenarios, String outcome) {
		var line = "%d %s %s: %s%n".formatted(episode, kind.label(),
				scenarios.stream().map(Scenario::name).collect(Collectors.joining("+")),
				outcome.lines().findFirst().orElseThrow());
		try {
			Files.writeString(STATE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
