package dev.cleave.reporting.projections.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/// Writes rows into parts and hands on each part when it is full, so that what is in memory is one part, compressed.
final class PartWriter {

	private final int partRows;

	private final Consumer<Part> finished;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	/// Open while there is a part that is not finished: it holds memory outside the heap.
	private @Nullable GZIPOutputStream text;

	private int rows;

	private long size;

	PartWriter(int partRows, Consumer<Part> finished) {
		this.partRows = partRows;
		this.finished = finished;
	}

	void head(Object... names) {
		write(Csv.line(names));
	}

	void row(@Nullable Object... values) {
		if (this.rows == this.partRows) {
			finish();
		}
		write(Csv.line(values));
		this.rows++;
	}

	/// Hands on what is left.
	void finish() {
		if (this.text == null) {
			return;
		}
		try {
			this.text.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.finished.accept(new Part(this.rows, this.size, this.bytes.toByteArray()));
		this.bytes.reset();
		this.text = null;
		this.rows = 0;
		this.size = 0;
	}

	private void write(String line) {
		try {
			var encoded = line.getBytes(StandardCharsets.UTF_8);
			if (this.text == null) {
				this.text = new GZIPOutputStream(this.bytes);
			}
			this.text.write(encoded);
			this.size += encoded.length;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A piece of a file.
	///
	/// @param size bytes before they were compressed
	record Part(int rows, long size, byte[] content) {

	}

}
