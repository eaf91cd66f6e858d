package dev.cleave.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// Keeps a data folder to one process. The operating system frees the lock when the process ends, however it ends.
final class FolderLock implements AutoCloseable {

	private final FileChannel channel;

	private final Path holder;

	private FolderLock(FileChannel channel, Path holder) {
		this.channel = channel;
		this.holder = holder;
	}

	/// Takes the lock or says who holds it.
	///
	/// The holder's pid has a file of its own: on POSIX systems a process loses its lock
	/// on a file as soon as it closes *any* handle of that file, so one that already
	/// holds the folder must not so much as open it.
	static FolderLock take(Path folder) {
		var holder = folder.resolve("cleave.pid");
		try {
			PrivateFolder.create(folder);
			if (thisProcess().equals(read(holder))) {
				throw taken(folder, holder);
			}
			var channel = FileChannel.open(folder.resolve("cleave.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!locks(channel)) {
				channel.close();
				throw taken(folder, holder);
			}
			Files.writeString(holder, thisProcess());
			return new FolderLock(channel, holder);
		}
		catch (IOException ex) {
			throw new LocalServerException("The data folder %s cannot be used: %s".formatted(folder, ex),
					"Make it writable for this user, or set cleave.local.directory to another folder.", ex);
		}
	}

	private static boolean locks(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	private static LocalServerException taken(Path folder, Path holder) throws IOException {
		var pid = read(holder).split(" ")[0];
		return new LocalServerException(
				"Another Cleave (process %s) is using the data folder %s.".formatted(pid, folder),
				"Stop process %s, or set cleave.local.directory to another folder.".formatted(pid));
	}

	private static String read(Path holder) throws IOException {
		return Files.exists(holder) ? Files.readString(holder) : "unknown";
	}

	/// A pid alone is not enough: in a container every run may have the same one.
	private static String thisProcess() {
		var self = ProcessHandle.current();
		return self.pid() + " " + self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
	}

	@Override
	public void close() {
		try {
			// A second call must not touch the mark of the next holder.
			if (this.channel.isOpen()) {
				Files.deleteIfExists(this.holder);
				this.channel.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
