package dev.cleave.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was measured, for people (a table and a plot) and for later comparisons (JSON, named for the commit).
final class Report {

	private static final PrintStream OUT = System.out;

	private final List<Row> rows = new ArrayList<>();

	private final List<Sample> samples = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	synchronized void add(Row row) {
		this.rows.add(row);
		OUT.println(line(row));
	}

	synchronized void add(Sample sample) {
		this.samples.add(sample);
		OUT.println(sample.line());
	}

	/// Adds what does not fit into a table of numbers, as Markdown.
	synchronized void note(String markdown) {
		this.notes.add(markdown);
		OUT.println(markdown);
	}

	/// Leaves `table.md`, `marks.svg` and `<commit>.json` in a folder, and prints the
	/// table.
	void write(Path folder) {
		try {
			Files.createDirectories(folder);
			Files.writeString(folder.resolve("table.md"), markdown());
			Files.writeString(folder.resolve("marks.svg"), Plot.of(this.rows));
			Files.writeString(folder.resolve(commit() + ".json"), json());
			OUT.println("\n" + markdown());
			OUT.println("Written to " + folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String markdown() {
		return this.rows.stream()
			.map(Report::line)
			.collect(Collectors.joining("\n",
					"| workload | what | mark | measured | | absolute |\n|---|---|---|---|---|---|\n", "\n\n"))
				+ this.samples.stream().map(Sample::line).collect(Collectors.joining("\n", Sample.head(), "\n"))
				+ this.notes.stream().map(note -> "\n" + note + "\n").collect(Collectors.joining());
	}

	private static String line(Row row) {
		return "| %s | %s | %s | %s | %s | %s |".formatted(row.workload(), row.what(), row.asked(), row.found(),
				row.verdict(), row.absolute());
	}

	private String json() {
		var rows = this.rows.stream()
			.map(row -> String.format(Locale.ROOT,
					"{\"workload\":\"%s\",\"what\":\"%s\",\"mark\":%s,\"measured\":%.4f,\"unit\":\"%s\",\"verdict\":\"%s\"}",
					row.workload(), row.what(), Double.isNaN(row.mark()) ? "null" : Double.toString(row.mark()),
					row.measured(), row.unit(), row.verdict()))
			.collect(Collectors.joining(",\n"));
		var samples = this.samples.stream().map(Sample::json).collect(Collectors.joining(",\n"));
		return """
				{"commit":"%s","date":"%s","processors":%d,"rows":[
				%s
				],"samples":[
				%s
				]}
				""".formatted(commit(), java.time.LocalDate.now(java.time.ZoneOffset.UTC),
				Runtime.getRuntime().availableProcessors(), rows, samples);
	}

	private static String commit() {
		try {
			var git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*").start();
			var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			return said.isEmpty() ? "unknown" : said;
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

}
