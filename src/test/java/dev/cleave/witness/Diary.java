package dev.cleave.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What clients asked for and were told, a line of JSON each. A question is in the file before it is asked, and on the
/// disk a second later, so that whatever a client that is killed did before can still be checked.
final class Diary implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private static final long SECOND = 1_000_000_000;

	private final FileChannel file;

	private final long begin = System.nanoTime();

	private long forced = this.begin;

	Diary(Path path) {
		try {
			this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Entry> read(Path path) {
		try (var lines = Files.lines(path)) {
			return lines.map((line) -> JSON.readValue(line, Entry.class)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long now() {
		return System.nanoTime() - this.begin;
	}

	synchronized void write(Entry entry) {
		var line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
		try {
			while (line.hasRemaining()) {
				this.file.write(line);
			}
			if (System.nanoTime() - this.forced > SECOND) {
				this.file.force(false);
				this.forced = System.nanoTime();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public synchronized void close() {
		try {
			if (this.file.isOpen()) {
				this.file.force(true);
				this.file.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
