package dev.cleave.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Bytes to a server and back, as no well-behaved client would send them.
final class RawConnection {

	private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3})[^\\r\\n]*\\r\\n");

	private static final int PATIENCE_MILLIS = 20_000;

	private final URI server;

	RawConnection(URI server) {
		this.server = server;
	}

	/// Sends this and reads until the server closes the connection or has been silent for
	/// so long.
	Reply send(String bytes, int silenceMillis) {
		var received = new ByteArrayOutputStream();
		try (var socket = new Socket(this.server.getHost(), this.server.getPort())) {
			socket.setTcpNoDelay(true);
			socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
			socket.setSoTimeout(PATIENCE_MILLIS);
			var buffer = new byte[8192];
			while (true) {
				int read = socket.getInputStream().read(buffer);
				if (read < 0) {
					return new Reply(received.toString(StandardCharsets.ISO_8859_1), true);
				}
				received.write(buffer, 0, read);
				socket.setSoTimeout(silenceMillis);
			}
		}
		catch (SocketTimeoutException ex) {
			return new Reply(received.toString(StandardCharsets.ISO_8859_1), false);
		}
		catch (IOException ex) {
			if (received.size() > 0) {
				return new Reply(received.toString(StandardCharsets.ISO_8859_1), true);
			}
			throw new UncheckedIOException(ex);
		}
	}

	/// Sends this and reads to the end; the request has to ask for the connection to be
	/// closed.
	Reply send(String bytes) {
		return send(bytes, PATIENCE_MILLIS);
	}

	/// @param closed whether the server closed the connection
	record Reply(String text, boolean closed) {

		/// Of each answer that came.
		List<Integer> statuses() {
			return STATUS_LINE.matcher(this.text)
				.results()
				.map((line) -> Integer.valueOf(line.group(1)))
				.filter((status) -> status >= 200)
				.toList();
		}

		/// Of the first answer.
		int status() {
			var statuses = statuses();
			return statuses.isEmpty() ? 0 : statuses.getFirst();
		}

	}

}
