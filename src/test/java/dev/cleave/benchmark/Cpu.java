package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// CPU time as Linux counts it (proc_pid_stat(5)).
final class Cpu {

	private static final double TICKS_PER_SECOND = 100;

	private Cpu() {
	}

	/// Seconds that a process and those it has started, living and dead, have worked.
	static double secondsOf(long pid) {
		var own = read(pid);
		try (var children = Stream
			.of(Files.readString(Path.of("/proc/%d/task/%d/children".formatted(pid, pid))).split(" "))) {
			return own + children.filter(child -> !child.isBlank())
				.mapToDouble(child -> read(Long.parseLong(child.strip())))
				.sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double read(long pid) {
		try {
			var stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
			var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			var ticks = 0L;
			for (var field = 11; field <= 14; field++) {
				ticks += Long.parseLong(fields[field]);
			}
			return ticks / TICKS_PER_SECOND;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/// Memory in use, in bytes.
	static long residentOf(long pid) {
		try {
			return Long.parseLong(Files.readString(Path.of("/proc/%d/statm".formatted(pid))).split(" ")[1]) * 4096;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
