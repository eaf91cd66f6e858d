package dev.cleave.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A line to a node on which everything takes longer.
final class SlowLine implements AutoCloseable {

	private final ServerSocket door;

	private final URI target;

	private final Duration delay;

	private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();

	SlowLine(URI target, Duration delay) {
		this.target = target;
		this.delay = delay;
		try {
			this.door = new ServerSocket(Ports.free(), 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.carriers.submit(this::accept);
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.door.getLocalPort());
	}

	private Void accept() throws IOException {
		while (!this.door.isClosed()) {
			var caller = this.door.accept();
			var node = new Socket(this.target.getHost(), this.target.getPort());
			this.carriers.submit(() -> carry(caller.getInputStream(), node.getOutputStream(), Duration.ZERO));
			this.carriers.submit(() -> carry(node.getInputStream(), caller.getOutputStream(), this.delay));
		}
		return null;
	}

	private static Void carry(InputStream from, OutputStream to, Duration delay) throws Exception {
		try (from; to) {
			var bytes = new byte[8192];
			for (var count = from.read(bytes); count >= 0; count = from.read(bytes)) {
				Thread.sleep(delay);
				to.write(bytes, 0, count);
			}
		}
		return null;
	}

	@Override
	public void close() {
		try {
			this.door.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.carriers.shutdownNow();
	}

}
