package dev.cleave.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// The connections to a shop, at most so many at a time, to its nodes in turn.
final class Door implements AutoCloseable {

	private static final int MOST_CONNECTIONS = 64;

	private final List<URI> nodes;

	private final AtomicInteger turn = new AtomicInteger();

	private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);

	private final HttpClient http = HttpClient.newBuilder()
		.version(Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	Door(List<URI> nodes) {
		this.nodes = List.copyOf(nodes);
	}

	HttpRequest.Builder request(Call call) {
		var node = this.nodes.get(Math.floorMod(this.turn.getAndIncrement(), this.nodes.size()));
		return HttpRequest.newBuilder(call.request(node), (_, _) -> true);
	}

	<T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
		try {
			this.connections.acquire();
			try {
				return this.http.send(request, handler);
			}
			finally {
				this.connections.release();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the shop was answering", ex);
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
