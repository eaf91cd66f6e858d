package dev.cleave.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// One connection of HTTP/1.1 that is kept open. It does as little as can be, so that the machine's time goes to those
/// who answer: a client library takes more of it than the server.
final class Wire implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 30_000;

	private static final String LENGTH = "content-length:";

	private final URI server;

	private @Nullable Socket socket;

	private InputStream in = InputStream.nullInputStream();

	private byte[] buffer = new byte[16_384];

	private int start;

	private int end;

	private String head = "";

	private byte[] body = {};

	Wire(URI server) {
		this.server = server;
	}

	/// Sends a whole request and returns the status of its answer.
	int exchange(byte[] request) throws IOException {
		connected().getOutputStream().write(request);
		readHead();
		readBody();
		if (this.head.toLowerCase(Locale.ROOT).contains("connection: close")) {
			close();
		}
		return Integer.parseInt(this.head, 9, 12, 10);
	}

	private Socket connected() throws IOException {
		var open = this.socket;
		if (open == null) {
			open = new Socket(this.server.getHost(), this.server.getPort());
			open.setTcpNoDelay(true);
			open.setSoTimeout(PATIENCE_MILLIS);
			this.in = open.getInputStream();
			this.start = 0;
			this.end = 0;
			this.socket = open;
		}
		return open;
	}

	/// Of the last answer.
	String body() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/// Values of a header of the last answer.
	List<String> header(String name) {
		return this.head.lines()
			.filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
			.map(line -> line.substring(name.length() + 1).strip())
			.toList();
	}

	private void readHead() throws IOException {
		var seen = this.start;
		while (true) {
			for (; seen + 3 < this.end; seen++) {
				if (this.buffer[seen] == '\r' && this.buffer[seen + 1] == '\n' && this.buffer[seen + 2] == '\r'
						&& this.buffer[seen + 3] == '\n') {
					this.head = new String(this.buffer, this.start, seen - this.start, StandardCharsets.ISO_8859_1);
					this.start = seen + 4;
					return;
				}
			}
			seen -= this.start;
			fill();
			seen += this.start;
		}
	}

	private void readBody() throws IOException {
		var status = Integer.parseInt(this.head, 9, 12, 10);
		if (status == 204 || status == 304) {
			this.body = new byte[0];
			return;
		}
		var lower = this.head.toLowerCase(Locale.ROOT);
		var length = lower.indexOf(LENGTH);
		if (length >= 0) {
			var from = length + LENGTH.length();
			var to = lower.indexOf('\r', from);
			this.body = take(Integer.parseInt(lower.substring(from, (to < 0) ? lower.length() : to).strip()));
		}
		else if (lower.contains("transfer-encoding: chunked")) {
			readChunks();
		}
		else {
			throw new IOException("An answer without a length: " + this.head);
		}
	}

	private void readChunks() throws IOException {
		var whole = new java.io.ByteArrayOutputStream();
		while (true) {
			var size = Integer.parseInt(line(), 16);
			whole.write(take(size));
			line();
			if (size == 0) {
				this.body = whole.toByteArray();
				return;
			}
		}
	}

	private String line() throws IOException {
		for (var at = this.start;; at++) {
			while (at + 1 >= this.end) {
				var offset = at - this.start;
				fill();
				at = this.start + offset;
			}
			if (this.buffer[at] == '\r' && this.buffer[at + 1] == '\n') {
				var line = new String(this.buffer, this.start, at - this.start, StandardCharsets.ISO_8859_1);
				this.start = at + 2;
				return line;
			}
		}
	}

	private byte[] take(int length) throws IOException {
		while (this.end - this.start < length) {
			fill();
		}
		var taken = java.util.Arrays.copyOfRange(this.buffer, this.start, this.start + length);
		this.start += length;
		return taken;
	}

	private void fill() throws IOException {
		if (this.start > 0) {
			System.arraycopy(this.buffer, this.start, this.buffer, 0, this.end - this.start);
			this.end -= this.start;
			this.start = 0;
		}
		if (this.end == this.buffer.length) {
			this.buffer = java.util.Arrays.copyOf(this.buffer, this.buffer.length * 2);
		}
		var read = this.in.read(this.buffer, this.end, this.buffer.length - this.end);
		if (read < 0) {
			throw new EOFException("The server closed the connection");
		}
		this.end += read;
	}

	@Override
	public void close() {
		try (var open = this.socket) {
			this.socket = null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
