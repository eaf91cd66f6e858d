package dev.cleave.platform.web;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/// Counts what is read and stops at the limit. While a byte is waited for its request holds no [Permit]: who sends slowly
/// takes nobody's place.
class LimitedInputStream extends ServletInputStream {

	private final ServletInputStream source;

	private final long limit;

	private long count;

	LimitedInputStream(ServletInputStream source, long limit) {
		this.source = source;
		this.limit = limit;
	}

	@Override
	public int read() throws IOException {
		var next = hasSome() ? this.source.read() : Permit.outside(this.source::read);
		counted((next < 0) ? 0 : 1);
		return next;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		var read = hasSome() ? this.source.read(buffer, offset, length)
				: Permit.outside(() -> this.source.read(buffer, offset, length));
		counted(Math.max(read, 0));
		return read;
	}

	@Override
	public boolean isFinished() {
		return this.source.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.source.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.source.setReadListener(listener);
	}

	private boolean hasSome() throws IOException {
		return this.source.isFinished() || this.source.available() > 0;
	}

	private void counted(int bytes) throws IOException {
		this.count += bytes;
		if (this.count > this.limit) {
			throw new BodyTooLargeException(this.limit);
		}
	}

}
