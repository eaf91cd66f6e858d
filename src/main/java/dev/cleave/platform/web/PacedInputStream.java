package dev.cleave.platform.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpStatus;

/// Gives up a sender who keeps us waiting: one byte now and then would hold a slot for ever. Only waiting counts, not the
/// time that our own work takes.
class PacedInputStream extends FilterInputStream {

	private static final double NANOS = 1e9;

	private final ImportSettings settings;

	private long bytes;

	private long waited;

	PacedInputStream(InputStream source, ImportSettings settings) {
		super(source);
		this.settings = settings;
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		var start = System.nanoTime();
		var read = super.read(buffer, offset, length);
		waited(System.nanoTime() - start, Math.max(read, 0));
		return read;
	}

	/// @throws ProblemException 408 if less came than should have by now
	void waited(long nanos, int read) {
		this.waited += nanos;
		this.bytes += read;
		if (this.waited > this.settings.grace().toNanos()
				&& this.bytes < this.waited / NANOS * this.settings.leastPerSecond().toBytes()) {
			throw new ProblemException(HttpStatus.REQUEST_TIMEOUT, "import-too-slow",
					"Fewer than %d bytes came in a second. What came is kept; send the whole file again, faster."
						.formatted(this.settings.leastPerSecond().toBytes()));
		}
	}

}
