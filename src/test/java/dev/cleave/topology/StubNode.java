package dev.cleave.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// Stands in for a node where only the gateway is judged: it tells what it was asked, and breaks in any way on demand.
final class StubNode implements AutoCloseable {

	private final String name;

	private final HttpServer server;

	private final AtomicInteger asked = new AtomicInteger();

	private final CountDownLatch thawed = new CountDownLatch(1);

	private volatile int readiness = 200;

	private volatile boolean hung;

	StubNode(String name) {
		this.name = name;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 100);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	String name() {
		return this.name;
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/// How many requests reached it, those for its health apart.
	int asked() {
		return this.asked.get();
	}

	void saysOfItsReadiness(int status) {
		this.readiness = status;
	}

	/// Takes requests and answers none, as a frozen process does.
	void hang() {
		this.hung = true;
	}

	/// Lets those go on that it held.
	void letGo() {
		this.thawed.countDown();
	}

	private void answer(HttpExchange exchange) throws IOException {
		var path = exchange.getRequestURI().getPath();
		var health = path.equals("/readyz");
		if (!health) {
			this.asked.incrementAndGet();
		}
		exchange.getRequestBody().readAllBytes();
		if (this.hung || path.endsWith("/held")) {
			hold();
		}
		if (path.endsWith("/break")) {
			exchange.close();
			return;
		}
		var told = new StringBuilder();
		exchange.getRequestHeaders()
			.forEach((header, values) -> told.append(header).append(": ").append(values).append('\n'));
		var body = told.toString().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("X-Served-By", this.name);
		exchange.sendResponseHeaders(health ? this.readiness : 200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private void hold() {
		try {
			this.thawed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/// Ends it as a power cut would.
	@Override
	public void close() {
		this.server.stop(0);
		letGo();
	}

}
