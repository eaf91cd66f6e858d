package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts programs that know nothing of us and yet never outlive this JVM, in whatever way it ends: beside each of them
/// somebody reads from a pipe whose other end is ours, and kills it when the pipe breaks.
public final class TiedProcess {

	/// The shell becomes the program, so the process is the program's own. What runs in a
	/// shell's background has no standard input, hence the copy.
	private static final String TIED = "exec 3<&0; { cat <&3 >/dev/null; kill -9 $$; } & exec \"$@\" </dev/null 3<&-";

	private TiedProcess() {
	}

	/// @param output what the program says is added to this file
	public static Process start(List<String> program, Path folder, Map<String, String> environment, Path output) {
		var command = new ArrayList<>(List.of("sh", "-c", TIED, "tied"));
		command.addAll(program);
		var builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(Redirect.appendTo(output.toFile()));
		builder.environment().putAll(environment);
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s can't be started".formatted(program.getFirst()), ex);
		}
	}

	/// The same for a program that takes nothing from those that are at work already, as
	/// if it had a machine of its own.
	static Process startGently(List<String> program, Path folder, Path output) {
		var command = new ArrayList<>(List.of("nice", "-n", "10"));
		command.addAll(program);
		return start(command, folder, Map.of(), output);
	}

	/// Lets a program that was started gently have its full share of the machine,
	/// where
	/// that is allowed. Each thread has a share of its own.
	static void promote(Process process) {
		try {
			new ProcessBuilder("sh", "-c", "renice -n 0 $(ls /proc/$0/task)", Long.toString(process.pid()))
				.redirectErrorStream(true)
				.redirectOutput(Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// Asks it to end (SIGTERM). Not by the process itself: that would break the pipe,
	/// too.
	static void ask(Process process) {
		process.toHandle().destroy();
	}

	static void kill(Process process) {
		process.destroyForcibly();
		if (!ended(process, 10)) {
			throw new IllegalStateException("Process %d does not die".formatted(process.pid()));
		}
	}

	/// @return whether it ends within so many seconds
	static boolean ended(Process process, long seconds) {
		try {
			return process.waitFor(seconds, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	static void signal(Process process, String name) {
		signal(process.pid(), name);
	}

	static void signal(long pid, String name) {
		try {
			var status = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
			if (status != 0) {
				throw new IllegalStateException("kill -%s ended with status %d".formatted(name, status));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
