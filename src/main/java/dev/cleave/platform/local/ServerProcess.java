package dev.cleave.platform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that runs on a data folder, found by the pid file it left there. After a `kill -9` of Cleave its servers
/// run on without it; whoever holds the folder's lock next may end them.
final class ServerProcess {

	private static final Logger logger = LoggerFactory.getLogger(ServerProcess.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ProcessHandle handle;

	private ServerProcess(ProcessHandle handle) {
		this.handle = handle;
	}

	/// Ends the server that a pid file names, provided that it really is that program
	/// working on that folder: the pid may long belong to somebody else.
	static void sweep(Path pidFile, String program, Path folder) {
		find(pidFile, program, folder).ifPresentOrElse(process -> {
			logger.info("Stopping {} (process {}), left over from a Cleave that ended abruptly", program,
					process.handle.pid());
			process.end();
		}, () -> named(pidFile).filter(ServerProcess::works).ifPresent(stranger -> delete(pidFile)));
	}

	/// The server that a pid file names, if it runs.
	static Optional<ServerProcess> find(Path pidFile, String program, Path folder) {
		return named(pidFile).filter(handle -> runs(handle, program, folder)).map(ServerProcess::new);
	}

	private static Optional<ProcessHandle> named(Path pidFile) {
		try {
			return Files.exists(pidFile) ? ProcessHandle.of(Long.parseLong(firstLine(pidFile))) : Optional.empty();
		}
		catch (IOException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private static String firstLine(Path file) throws IOException {
		return Files.readString(file).lines().findFirst().orElse("").strip();
	}

	private static boolean runs(ProcessHandle handle, String program, Path folder) {
		var info = handle.info();
		var isProgram = info.command()
			.map(Path::of)
			.map(Path::getFileName)
			.map(Path::toString)
			.filter(name -> name.startsWith(program))
			.isPresent();
		// Some systems do not tell the arguments; the program's name has to do there.
		return isProgram
				&& info.arguments().map(List::of).map(arguments -> arguments.contains(folder.toString())).orElse(true);
	}

	/// Asks it to end, and makes it and its children end when it takes too long.
	void end() {
		var family = Stream.concat(Stream.of(this.handle), this.handle.descendants()).toList();
		this.handle.destroy();
		if (!ended(family)) {
			family.forEach(ProcessHandle::destroyForcibly);
			if (!ended(family)) {
				throw new LocalServerException("Process %d does not stop.".formatted(this.handle.pid()),
						"End it, or set cleave.local.directory to another folder.");
			}
		}
	}

	private static boolean ended(List<ProcessHandle> family) {
		return Patience.until(() -> family.stream().noneMatch(ServerProcess::works), PATIENCE);
	}

	/// A zombie that nobody has reaped still counts as alive, but has no program left.
	private static boolean works(ProcessHandle handle) {
		return handle.isAlive() && handle.info().command().isPresent();
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			logger.warn("Cannot remove {}", file, ex);
		}
	}

}
