package dev.cleave.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.cleave.checker.Checker;

import static org.assertj.core.api.Assertions.assertThat;

/// A shop of several processes on one database and one Redis.
final class ShopOfNodes implements SystemUnderTest {

	private final List<ShopProcess> processes = new ArrayList<>();

	private final Checker checker;

	ShopOfNodes(int nodes, Map<String, String> databases) {
		this.checker = Checker.of(StartedShop.asAdministrator(databases));
		try {
			for (var node = 1; node <= nodes; node++) {
				this.processes.add(new ShopProcess("node-" + node, StartedShop.settings(databases)));
			}
			this.processes.forEach(ShopOfNodes::awaitReady);
		}
		catch (RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	ShopProcess process(int number) {
		return this.processes.get(number);
	}

	static void awaitReady(ShopProcess process) {
		try (var http = HttpClient.newHttpClient()) {
			var question = HttpRequest.newBuilder(process.address().resolve("/readyz"))
				.timeout(Duration.ofSeconds(2))
				.build();
			Eventually.within(Duration.ofSeconds(90), () -> {
				if (!process.isAlive()) {
					throw new IllegalStateException("A node died while it started: see " + process.output());
				}
				try {
					assertThat(http.send(question, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
				}
				catch (IOException ex) {
					throw new AssertionError("Not yet there: " + process.output(), ex);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
					throw new IllegalStateException(ex);
				}
			});
		}
	}

	@Override
	public List<URI> nodes() {
		return this.processes.stream().map(ShopProcess::address).toList();
	}

	@Override
	public URI management() {
		throw new UnsupportedOperationException("Every node has its own");
	}

	@Override
	public Optional<Checker> checker() {
		return Optional.of(this.checker);
	}

	@Override
	public void close() {
		this.processes.forEach(ShopProcess::close);
	}

}
