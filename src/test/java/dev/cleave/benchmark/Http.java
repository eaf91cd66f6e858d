package dev.cleave.benchmark;

import java.nio.charset.StandardCharsets;

/// Whole requests, as bytes.
final class Http {

	private Http() {
	}

	/// @param headers lines, each with its end
	static byte[] get(String path, String headers) {
		return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8);
	}

	static byte[] delete(String path, String headers) {
		return ("DELETE " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] post(String path, String headers, String type, String body) {
		var bytes = body.getBytes(StandardCharsets.UTF_8).length;
		return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Type: " + type
				+ "\r\nContent-Length: " + bytes + "\r\n\r\n" + body)
			.getBytes(StandardCharsets.UTF_8);
	}

}
