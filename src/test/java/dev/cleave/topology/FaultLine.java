package dev.cleave.topology;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A TCP line to a server, on which everything can go wrong that goes wrong on a network: it can be slow, swallow what is
/// said in one direction or both, break, be refused, or lead to somebody else.
public final class FaultLine implements AutoCloseable {

	private final int port = Ports.free();

	private final Set<Call> calls = ConcurrentHashMap.newKeySet();

	private volatile int server;

	private volatile Duration delay = Duration.ZERO;

	private volatile int slice = Integer.MAX_VALUE;

	private volatile boolean swallowsRequests;

	private volatile boolean swallowsAnswers;

	private volatile ServerSocket door;

	public FaultLine(int server) {
		this.server = server;
		this.door = open();
	}

	/// Where callers are to call.
	public int port() {
		return this.port;
	}

	/// Lets further calls reach another server.
	public void leadsTo(int otherServer) {
		this.server = otherServer;
	}

	/// Everything takes so much longer, in both directions.
	public void delay(Duration longer) {
		this.delay = longer;
	}

	/// Nothing arrives in one piece that is longer than so many bytes.
	public void slice(int bytes) {
		this.slice = bytes;
	}

	/// As if the network swallowed everything: nobody is told. What was said arrives
	/// when it is over.
	public void swallow() {
		swallowRequests();
		swallowAnswers();
	}

	/// Whatever the server is told does not arrive.
	public void swallowRequests() {
		this.swallowsRequests = true;
	}

	/// The server does what it is told, and nobody hears of it.
	public void swallowAnswers() {
		this.swallowsAnswers = true;
	}

	/// Breaks all calls, and lets others be made.
	public void reset() {
		this.calls.forEach(Call::reset);
	}

	/// Breaks all calls, and refuses others.
	public synchronized void cut() {
		end(this.door);
		reset();
	}

	/// Everything is as it should be. Calls that were made meanwhile go on.
	public synchronized void heal() {
		this.delay = Duration.ZERO;
		this.slice = Integer.MAX_VALUE;
		this.swallowsRequests = false;
		this.swallowsAnswers = false;
		if (this.door.isClosed()) {
			this.door = open();
		}
		notifyAll();
	}

	@Override
	public void close() {
		heal();
		cut();
	}

	private ServerSocket open() {
		try {
			var opened = new ServerSocket();
			opened.setReuseAddress(true);
			opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 500);
			Thread.startVirtualThread(() -> accept(opened));
			return opened;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept(ServerSocket opened) {
		while (!opened.isClosed()) {
			try {
				var here = opened.accept();
				Thread.startVirtualThread(() -> connect(here, opened));
			}
			catch (IOException ex) {
				// The line was cut.
			}
		}
	}

	private void connect(Socket here, ServerSocket opened) {
		try {
			var call = new Call(here, new Socket(InetAddress.getLoopbackAddress(), this.server));
			this.calls.add(call);
			if (opened.isClosed()) {
				call.reset();
			}
			Thread.startVirtualThread(() -> carry(call, call.here(), call.there(), true));
			carry(call, call.there(), call.here(), false);
		}
		catch (IOException ex) {
			end(here);
		}
	}

	private void carry(Call call, Socket from, Socket to, boolean request) {
		var some = new byte[16_384];
		try (from; to) {
			from.setTcpNoDelay(true);
			for (var read = from.getInputStream().read(some); read >= 0; read = from.getInputStream().read(some)) {
				Thread.sleep(this.delay);
				for (var sent = 0; sent < read; sent += Math.min(this.slice, read - sent)) {
					awaitHealing(request);
					to.getOutputStream().write(some, sent, Math.min(this.slice, read - sent));
				}
			}
		}
		catch (IOException ex) {
			// One of them hung up.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.calls.remove(call);
		}
	}

	private synchronized void awaitHealing(boolean request) throws InterruptedException {
		while (request ? this.swallowsRequests : this.swallowsAnswers) {
			wait();
		}
	}

	private static void end(Closeable socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// Then it is closed.
		}
	}

	private record Call(Socket here, Socket there) {

		void reset() {
			for (var socket : List.of(this.here, this.there)) {
				try {
					socket.setSoLinger(true, 0);
				}
				catch (IOException ex) {
					// It is closed already.
				}
				end(socket);
			}
		}

	}

}
