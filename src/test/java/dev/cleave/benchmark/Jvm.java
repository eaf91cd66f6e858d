package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Asks a JVM about itself (`jcmd`).
record Jvm(long pid) {

	private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

	static Jvm of(long pid) {
		return new Jvm(pid);
	}

	/// What is left of the heap after all of it was collected.
	double liveMegabytes() {
		var total = TOTAL.matcher(ask("GC.class_histogram"));
		if (!total.find()) {
			throw new IllegalStateException("No histogram of the heap");
		}
		return Double.parseDouble(total.group(1)) / (1 << 20);
	}

	void record(String name) {
		ask("JFR.start", "name=" + name, "settings=profile", "jdk.CPUTimeSample#enabled=true",
				"jdk.CPUTimeSample#throttle=10ms");
	}

	void stopRecording(String name, Path file) {
		ask("JFR.stop", "name=" + name, "filename=" + file);
	}

	private String ask(String... words) {
		var command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(this.pid)));
		command.addAll(List.of(words));
		try {
			var process = new ProcessBuilder(command).redirectErrorStream(true).start();
			var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.onExit().join().exitValue() != 0) {
				throw new IllegalStateException(said);
			}
			return said;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
