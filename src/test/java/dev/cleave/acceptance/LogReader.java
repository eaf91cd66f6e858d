package dev.cleave.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads what processes have written into their files since it began.
final class LogReader implements Ear {

	private final List<Path> files;

	private final List<Integer> ends;

	LogReader(List<Path> files) {
		this.files = List.copyOf(files);
		this.ends = this.files.stream().map((file) -> lines(file).size()).toList();
	}

	@Override
	public List<String> of(String text) {
		var heard = new ArrayList<String>();
		for (var i = 0; i < this.files.size(); i++) {
			lines(this.files.get(i)).stream()
				.skip(this.ends.get(i))
				.filter((line) -> line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
				.forEach(heard::add);
		}
		return heard;
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readString(file).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		// It keeps no file open.
	}

}
