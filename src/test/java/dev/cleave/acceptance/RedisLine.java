package dev.cleave.acceptance;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line between a shop and its Redis, which can be cut and mended.
final class RedisLine implements AutoCloseable {

	private final int redis;

	private final int port;

	private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

	private ServerSocket entrance;

	RedisLine(int redis) {
		this.redis = redis;
		this.entrance = listen(0);
		this.port = this.entrance.getLocalPort();
	}

	int port() {
		return this.port;
	}

	/// As if Redis was stopped: connections break and no new one is accepted.
	void cut() {
		end(this.entrance);
		this.open.forEach(RedisLine::end);
		this.open.clear();
	}

	void mend() {
		this.entrance = listen(this.port);
	}

	@Override
	public void close() {
		cut();
	}

	private ServerSocket listen(int at) {
		try {
			var socket = new ServerSocket();
			socket.setReuseAddress(true);
			socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), at));
			Thread.startVirtualThread(() -> accept(socket));
			return socket;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept(ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				var here = keep(socket.accept());
				var there = keep(new Socket(InetAddress.getLoopbackAddress(), this.redis));
				Thread.startVirtualThread(() -> carry(here, there));
				Thread.startVirtualThread(() -> carry(there, here));
				if (socket.isClosed()) {
					end(here);
				}
			}
			catch (IOException ex) {
				// The line was cut.
			}
		}
	}

	private Socket keep(Socket socket) throws IOException {
		socket.setTcpNoDelay(true);
		this.open.add(socket);
		return socket;
	}

	private static void carry(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// The line was cut.
		}
	}

	private static void end(Closeable socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
