package dev.cleave.topology;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of the loopback address that nobody listens on. They lie below those that systems lend to outgoing connections,
/// so a process that is started again finds its own still free.
final class Ports {

	private static final int LOWEST = 12_000;

	private static final int HIGHEST = 32_000;

	private Ports() {
	}

	/// This one, or another if somebody has it.
	static int preferably(int port) {
		try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			return free();
		}
	}

	static int free() {
		for (var attempt = 0; attempt < 1_000; attempt++) {
			var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
			try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				// Somebody has it.
			}
		}
		throw new IllegalStateException("No port of the loopback address is free");
	}

}
