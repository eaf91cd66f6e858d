package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// CPU seconds of the threads of a JVM by what they are for, as Linux counts them: the program's own, in user mode and
/// in the kernel, the compiler's, the collector's.
record Threads(Map<String, Double> seconds) {

	static final String PROGRAM = "program, user mode";

	static final String KERNEL = "program, in the kernel";

	static Threads of(long pid) {
		var seconds = new TreeMap<String, Double>();
		try (var tasks = Files.list(Path.of("/proc/%d/task".formatted(pid)))) {
			for (var task : tasks.toList()) {
				var stat = Files.readString(task.resolve("stat"));
				var name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
				var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
				var user = Long.parseLong(fields[11]) / 100.0;
				var kernel = Long.parseLong(fields[12]) / 100.0;
				if (name.startsWith("C1 ") || name.startsWith("C2 ")) {
					seconds.merge("compiler (C1, C2)", user + kernel, Double::sum);
				}
				else if (name.startsWith("VM ") || name.startsWith("GC ")) {
					seconds.merge("garbage collector and VM thread", user + kernel, Double::sum);
				}
				else {
					seconds.merge(PROGRAM, user, Double::sum);
					seconds.merge(KERNEL, kernel, Double::sum);
				}
			}
			return new Threads(seconds);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Threads since(Threads before) {
		var difference = new TreeMap<String, Double>();
		this.seconds
			.forEach((name, now) -> difference.put(name, Math.max(0, now - before.seconds.getOrDefault(name, 0.0))));
		return new Threads(difference);
	}

}
