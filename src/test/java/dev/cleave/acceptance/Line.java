package dev.cleave.acceptance;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line between a shop and one of its servers, which can be cut and mended, or lie dead for a while.
final class Line implements AutoCloseable {

	private final int server;

	private final int port;

	private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

	private volatile boolean dead;

	private ServerSocket entrance;

	Line(int server) {
		this.server = server;
		this.entrance = listen(0);
		this.port = this.entrance.getLocalPort();
	}

	int port() {
		return this.port;
	}

	/// As if the server was stopped: connections break and no new one is accepted.
	void cut() {
		end(this.entrance);
		this.open.forEach(Line::end);
		this.open.clear();
	}

	void mend() {
		this.entrance = listen(this.port);
	}

	/// As if the server stood still, or the network swallowed everything: nobody is told.
	void freeze() {
		this.dead = true;
	}

	/// Whatever was said meanwhile arrives.
	synchronized void thaw() {
		this.dead = false;
		notifyAll();
	}

	@Override
	public void close() {
		thaw();
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
				var there = keep(new Socket(InetAddress.getLoopbackAddress(), this.server));
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

	private void carry(Socket from, Socket to) {
		var some = new byte[8192];
		try (from; to) {
			for (var read = from.getInputStream().read(some); read >= 0; read = from.getInputStream().read(some)) {
				awaitThaw();
				to.getOutputStream().write(some, 0, read);
			}
		}
		catch (IOException ex) {
			// The line was cut.
		}
		finally {
			this.open.removeAll(List.of(from, to));
		}
	}

	private synchronized void awaitThaw() {
		try {
			while (this.dead) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
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
