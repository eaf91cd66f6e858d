package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A disk in memory that can be full. Whoever makes it must have the right to mount.
public record SmallDisk(Path place) implements AutoCloseable {

	/// @param place an empty folder, which is the disk from now on
	public static SmallDisk at(Path place, int megabytes) {
		run("mount", "-t", "tmpfs", "-o", "mode=700,size=%dm".formatted(megabytes), "tmpfs", place.toString());
		return new SmallDisk(place);
	}

	/// Leaves no room on it.
	public void fill() {
		var piece = new byte[8192];
		try (var out = Files.newOutputStream(ballast())) {
			while (true) {
				out.write(piece);
			}
		}
		catch (IOException full) {
			// That is what was wanted.
		}
	}

	public void makeRoom() {
		try {
			Files.delete(ballast());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path ballast() {
		return this.place.resolve("ballast");
	}

	/// Also while somebody still holds a file on it that is deleted.
	@Override
	public void close() {
		run("umount", "--lazy", this.place.toString());
	}

	private static void run(String... program) {
		try {
			var process = new ProcessBuilder(program).inheritIO().start();
			if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IllegalStateException(String.join(" ", program) + " failed");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
