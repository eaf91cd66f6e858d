package dev.cleave.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.cleave.checker.Checker;
import dev.cleave.checker.History;

/// Says of a run whether an order was lost or doubled. All that it knows is in a folder: the diary, the dump and what was
/// left behind. So it can say it again, also by
/// `java -cp <test class path> dev.cleave.witness.Witness <folder>`, which ends with 0 if the run was valid and strong.
public record Witness(Path folder) {

	private static final String RESIDUE = "residue.txt";

	private static final int MOST_DUMPS = 20;

	private static final String NOTICED = "noticed";

	/// Where a [Load] is to write.
	public Path diary() {
		return this.folder.resolve("diary.jsonl");
	}

	/// Waits until the shop is at rest, for so long at most, and keeps what it then
	/// holds.
	///
	/// @param databases by module, for somebody who may read everything
	/// @param noticed whether somebody must have noticed the fault
	/// @param residue what must not be left behind and is, in words
	public void see(Map<String, String> databases, Duration atMost, boolean noticed, List<String> residue) {
		var left = new java.util.ArrayList<>(residue.stream().map((words) -> "I16 " + words).toList());
		try {
			dumpAtRest(databases, atMost);
		}
		catch (AssertionError ex) {
			left.add("I15 " + ex.getMessage().replace("\n", ";"));
			Dump.of(databases, this.folder);
		}
		try {
			Files.write(this.folder.resolve(RESIDUE), left);
			Files.writeString(this.folder.resolve(NOTICED), Boolean.toString(noticed));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Again if something happened meanwhile: an order that nobody paid for expires also
	/// when all is at rest.
	private void dumpAtRest(Map<String, String> databases, Duration atMost) {
		var checker = Checker.of(databases);
		for (var attempt = 0; attempt < MOST_DUMPS; attempt++) {
			checker.awaitRest(atMost);
			var told = checker.told();
			checker.awaitRest(atMost);
			Dump.of(databases, this.folder);
			if (told.equals(checker.told())) {
				return;
			}
		}
		throw new AssertionError("Something happened during each of %d dumps".formatted(MOST_DUMPS));
	}

	public Verdict verdict() {
		var experience = Experience.of(Diary.read(diary()));
		return new Verdict(broken(), experience.weaknesses(lines(NOTICED).equals(List.of("true"))),
				experience.toString());
	}

	private Map<String, String> broken() {
		String database;
		try {
			database = new Dump(this.folder).load();
		}
		catch (IllegalStateException ex) {
			return Map.of("dump", ex.getMessage() + ": " + ex.getCause());
		}
		return Checker.of(modules(database)).broken(history());
	}

	/// What clients were told, and what was left behind.
	History history() {
		var history = Testimony.of(Diary.read(diary()));
		for (var line : lines(RESIDUE)) {
			history.contradicts(line.substring(0, 3), line.substring(4));
		}
		return history;
	}

	/// The database of each module.
	Map<String, String> modules(String database) {
		var modules = new TreeMap<String, String>();
		new Dump(this.folder).tables()
			.forEach((table) -> modules.put(table.substring(0, table.indexOf('.')), database));
		return modules;
	}

	private List<String> lines(String file) {
		try {
			return Files.readAllLines(this.folder.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void main(String[] arguments) {
		var verdict = new Witness(Path.of(arguments[0])).verdict();
		System.out.println(verdict);
		System.exit(verdict.status());
	}

}
