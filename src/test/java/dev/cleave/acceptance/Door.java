package dev.cleave.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.cleave.transcript.Transcript;

/// The connections to a shop, at most so many at a time, to its nodes in turn. A node that does not answer is left alone
/// for a second, as a load balancer would.
final class Door implements AutoCloseable {

	private static final int MOST_CONNECTIONS = 64;

	private static final long PAUSE = 1_000_000_000;

	/// Who is asked next.
	private final Supplier<URI> next;

	private final Map<String, Long> silentSince = new ConcurrentHashMap<>();

	private final Transcript transcript = new Transcript();

	private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);

	private final HttpClient http = HttpClient.newBuilder()
		.version(Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	Door(List<URI> nodes) {
		var all = List.copyOf(nodes);
		var turn = new AtomicInteger();
		this.next = () -> inTurn(all, turn);
	}

	Door(Supplier<URI> next) {
		this.next = next;
	}

	/// What is said here.
	Transcript transcript() {
		return this.transcript;
	}

	HttpRequest.Builder request(Call call) {
		return HttpRequest.newBuilder(call.request(this.next.get()), (_, _) -> true);
	}

	private URI inTurn(List<URI> nodes, AtomicInteger turn) {
		var next = nodes.getFirst();
		for (var tries = 0; tries < nodes.size(); tries++) {
			next = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
			var silent = this.silentSince.get(next.getAuthority());
			if (silent == null || System.nanoTime() - silent > PAUSE) {
				return next;
			}
		}
		return next;
	}

	<T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
		try {
			this.connections.acquire();
			try {
				return this.http.send(request, handler);
			}
			catch (IOException ex) {
				this.silentSince.put(request.uri().getAuthority(), System.nanoTime());
				throw ex;
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
