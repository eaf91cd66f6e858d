package dev.cleave.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An import over a bare connection, which asks whether it may begin, sends what it is told when it is told, and can hang
/// up in the middle of a line.
final class ImportByHand implements AutoCloseable {

	private final Socket connection;

	private final BufferedReader answers;

	private final List<String> head;

	private ImportByHand(Socket connection, BufferedReader answers) throws IOException {
		this.connection = connection;
		this.answers = answers;
		this.head = readHead();
	}

	/// Waits until the shop asks for the body or sends the import away.
	static ImportByHand of(Shop shop, MachineClient machine, String path) {
		var address = shop.system().nodes().getFirst();
		try {
			var connection = new Socket(address.getHost(), address.getPort());
			connection.setSoTimeout(30_000);
			var answers = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
			write(connection, """
					POST /api/v1%s HTTP/1.1\r
					Host: %s\r
					Authorization: Bearer %s\r
					Content-Type: application/x-ndjson\r
					Transfer-Encoding: chunked\r
					Expect: 100-continue\r
					\r
					""".formatted(path, address.getAuthority(), machine.token().expect(200).text("/access_token")));
			return new ImportByHand(connection, answers);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// 100 if the shop takes it.
	int status() {
		return Integer.parseInt(this.head.getFirst().split(" ")[1]);
	}

	List<String> head() {
		return this.head;
	}

	ImportByHand sends(String text) {
		write(this.connection, Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
		return this;
	}

	/// Ends the body; returns the head of the answer.
	List<String> ends() {
		write(this.connection, "0\r\n\r\n");
		try {
			return readHead();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Hangs up, if nothing else is left to do.
	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> readHead() throws IOException {
		var lines = new ArrayList<String>();
		for (var line = this.answers.readLine(); line != null && !line.isEmpty(); line = this.answers.readLine()) {
			lines.add(line);
		}
		return lines;
	}

	/// Everything here is plain ASCII.
	private static void write(Socket connection, String text) {
		try {
			connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
			connection.getOutputStream().flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
