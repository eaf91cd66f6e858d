package dev.cleave.reporting.projections.exports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/// The parts of a file as one stream, with no more than one of them in memory.
final class PartsInputStream extends InputStream {

	private final int parts;

	private final IntFunction<Optional<byte[]>> fetching;

	private InputStream current = InputStream.nullInputStream();

	private int fetched;

	PartsInputStream(int parts, IntFunction<Optional<byte[]>> fetching) {
		this.parts = parts;
		this.fetching = fetching;
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		var read = this.current.read(buffer, offset, length);
		while (read < 0 && this.fetched < this.parts) {
			this.current = next();
			read = this.current.read(buffer, offset, length);
		}
		return read;
	}

	@Override
	public void close() throws IOException {
		this.current.close();
	}

	/// The part before holds memory outside the heap until it is closed.
	private InputStream next() throws IOException {
		this.current.close();
		this.fetched++;
		var part = this.fetching.apply(this.fetched)
			.orElseThrow(() -> new IOException("Part %d is gone".formatted(this.fetched)));
		return new GZIPInputStream(new ByteArrayInputStream(part));
	}

}
