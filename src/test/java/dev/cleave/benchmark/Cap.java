package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Holds a process and those that it has started down to a part of a processor by a control group of Linux, until it is
/// closed. Needs root.
final class Cap implements AutoCloseable {

	private static final int PERIOD_MICROS = 20_000;

	private static final Path V1 = Path.of("/sys/fs/cgroup/cpu");

	private static final Path V2 = Path.of("/sys/fs/cgroup");

	private final Path group;

	private final Path former;

	private Cap(Path group, Path former) {
		this.group = group;
		this.former = former;
	}

	static boolean isPossible() {
		return Files.isWritable(V1.resolve("cgroup.procs")) || hasCpuIn(V2.resolve("cgroup.subtree_control"));
	}

	/// @param processors such as 0.5
	static Cap on(long pid, double processors) {
		var root = Files.exists(V1) ? V1 : V2;
		try {
			var group = Files.createDirectory(root.resolve("cleave-benchmark-" + pid));
			var quota = Math.round(processors * PERIOD_MICROS);
			if (root.equals(V1)) {
				Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
				Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
			}
			else {
				Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
			}
			var cap = new Cap(group, former(root, pid));
			move(pid, group);
			for (var started : ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
				move(started.pid(), group);
			}
			return cap;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean hasCpuIn(Path controllers) {
		try {
			return Files.isWritable(controllers) && Files.readString(controllers).contains("cpu");
		}
		catch (IOException ex) {
			return false;
		}
	}

	/// Where the process was before.
	private static Path former(Path root, long pid) throws IOException {
		try (var lines = Files.lines(Path.of("/proc/%d/cgroup".formatted(pid)))) {
			return lines.map(line -> line.split(":", 3))
				.filter(line -> line[1].equals(root.equals(V1) ? "cpu" : ""))
				.map(line -> root.resolve(line[2].substring(1)))
				.findFirst()
				.orElse(root);
		}
	}

	/// Whoever has ended meanwhile needs no moving.
	private static void move(long pid, Path group) throws IOException {
		try {
			Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
		}
		catch (IOException ex) {
			if (ProcessHandle.of(pid).isPresent()) {
				throw ex;
			}
		}
	}

	@Override
	public void close() {
		try {
			for (var left = left(); !left.isEmpty(); left = left()) {
				for (var process : left) {
					move(Long.parseLong(process), this.former);
				}
			}
			Files.delete(this.group);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> left() throws IOException {
		return Files.readAllLines(this.group.resolve("cgroup.procs"));
	}

}
