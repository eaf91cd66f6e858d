package dev.cleave.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/// Reads lines of bytes from a stream of any length. A line beyond the limit is skipped to its end without being kept.
class LineReader {

	private final InputStream source;

	private final int limit;

	private final byte[] buffer = new byte[64 * 1024];

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private int position;

	private int end;

	private long number;

	private boolean tooLong;

	LineReader(InputStream source, int limit) {
		this.source = source;
		this.limit = limit;
	}

	/// The next line without its end (LF or CRLF), or null after the last one.
	byte @Nullable [] next() throws IOException {
		this.line.reset();
		this.tooLong = false;
		var begun = false;
		while (fill()) {
			begun = true;
			var start = this.position;
			while (this.position < this.end && this.buffer[this.position] != '\n') {
				this.position++;
			}
			keep(start, this.position - start);
			if (this.position < this.end) {
				this.position++;
				break;
			}
		}
		this.number += begun ? 1 : 0;
		return begun ? this.line.toByteArray() : null;
	}

	/// The number of the line that was read last, counted from 1.
	long number() {
		return this.number;
	}

	/// Whether the line that was read last was beyond the limit; what is left of it is
	/// empty.
	boolean isTooLong() {
		return this.tooLong;
	}

	private boolean fill() throws IOException {
		if (this.position == this.end) {
			this.position = 0;
			this.end = Math.max(this.source.read(this.buffer), 0);
		}
		return this.end > 0;
	}

	private void keep(int start, int length) {
		this.tooLong |= this.line.size() + length > this.limit;
		if (this.tooLong) {
			this.line.reset();
		}
		else {
			this.line.write(this.buffer, start, length);
		}
	}

}
