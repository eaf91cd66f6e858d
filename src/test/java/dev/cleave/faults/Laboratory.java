package dev.cleave.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

import dev.cleave.witness.Load;
import dev.cleave.witness.Verdict;
import dev.cleave.witness.Witness;
import org.springframework.util.FileSystemUtils;

/// Lets scenarios happen while people trade, and asks the witness.
final class Laboratory {

	private static final System.Logger log = System.getLogger(Laboratory.class.getName());

	static final Path FOLDER = Path.of("target", "faults");

	private static final Duration BEFORE = Duration.ofSeconds(3);

	private static final Duration AFTER = Duration.ofSeconds(3);

	private static final Duration SETTLED = Duration.ofSeconds(60);

	private static final int CUSTOMERS = 12;

	private static final Duration BETWEEN_WISHES = Duration.ofMillis(150);

	private Laboratory() {
	}

	/// @param scenarios that happen at the same time
	/// @return what the witness says
	static Verdict run(Stand stand, List<Scenario> scenarios, long seed) {
		var witness = new Witness(anew(folder(stand.kind(), scenarios, seed)));
		var load = Load.begin(stand.cluster().gateway(), stand.addresses(), witness.diary(), seed, CUSTOMERS,
				BETWEEN_WISHES);
		try {
			Stand.goesOnFor(BEFORE);
			happen(stand, scenarios, load);
			stand.heal();
			Stand.goesOnFor(AFTER);
			load.end(true);
		}
		finally {
			load.close();
		}
		var healed = System.nanoTime();
		witness.see(stand.databases(), SETTLED, scenarios.stream().anyMatch(Scenario::noticed), Residue.of(stand));
		var rest = (System.nanoTime() - healed) / 1e9;
		var verdict = witness.verdict();
		write(witness.folder().resolve("verdict.txt"), verdict.toString());
		tell("| %s | %s | %s | %s | at rest after %.1f s | %d |".formatted(
				scenarios.stream().map(Scenario::faults).collect(Collectors.joining(", ")), names(scenarios),
				stand.kind().label(), verdict.toString().lines().findFirst().orElseThrow(), rest, seed));
		return verdict;
	}

	private static void happen(Stand stand, List<Scenario> scenarios, Load load) {
		var happening = new ArrayList<CompletableFuture<?>>();
		for (var scenario : scenarios) {
			load.befalls(scenario.name());
			happening.add(CompletableFuture.runAsync(() -> {
				try {
					scenario.accident().happen(stand);
				}
				catch (Exception ex) {
					throw new IllegalStateException(scenario + " could not happen", ex);
				}
			}, Thread::startVirtualThread));
		}
		happening.forEach((one) -> await(one, scenarios.size() > 1));
	}

	/// Accidents that come together may be in each other's way.
	private static void await(CompletableFuture<?> accident, boolean mayBeImpossible) {
		try {
			accident.join();
		}
		catch (CompletionException ex) {
			if (!mayBeImpossible) {
				throw ex;
			}
			log.log(System.Logger.Level.INFO, "Another fault was in the way: {0}", ex.getCause());
		}
	}

	private static String names(List<Scenario> scenarios) {
		return scenarios.stream().map(Scenario::name).collect(Collectors.joining("+"));
	}

	private static Path folder(Kind kind, List<Scenario> scenarios, long seed) {
		return FOLDER.resolve("%s-%s-%d".formatted(kind.label(), names(scenarios), seed));
	}

	/// Keeps nothing of a run but its line in the table.
	static void forget(Kind kind, List<Scenario> scenarios, long seed) {
		FileSystemUtils.deleteRecursively(folder(kind, scenarios, seed).toFile());
	}

	private static Path anew(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
			return Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void tell(String line) {
		log.log(System.Logger.Level.INFO, line);
		write(FOLDER.resolve("table.md"), line + "\n");
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
