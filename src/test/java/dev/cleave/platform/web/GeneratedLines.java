package dev.cleave.platform.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/// A file of any length that is made while it is read.
public final class GeneratedLines extends InputStream {

	private final int count;

	private final IntFunction<String> line;

	private byte[] current = {};

	private int position;

	private int made;

	public GeneratedLines(int count, IntFunction<String> line) {
		this.count = count;
		this.line = line;
	}

	@Override
	public int read() {
		return hasMore() ? this.current[this.position++] & 0xff : -1;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) {
		if (!hasMore()) {
			return -1;
		}
		var taken = Math.min(length, this.current.length - this.position);
		System.arraycopy(this.current, this.position, buffer, offset, taken);
		this.position += taken;
		return taken;
	}

	private boolean hasMore() {
		if (this.position == this.current.length && this.made < this.count) {
			this.current = this.line.apply(this.made++).getBytes(StandardCharsets.UTF_8);
			this.position = 0;
		}
		return this.position < this.current.length;
	}

}
