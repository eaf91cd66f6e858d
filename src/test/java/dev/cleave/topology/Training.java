package dev.cleave.topology;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Runs a release once, so that the JVM writes down which classes it loads and how they hang together (an AOT cache).
/// Every later process of the release starts with a third less work.
final class Training {

	private static final Duration LIMIT = Duration.ofMinutes(4);

	/// Where training costs more than it gives, as with a jar that is started twice.
	private static final boolean WANTED = !"off".equals(System.getenv("CLEAVE_TOPOLOGY_CACHE"));

	private Training() {
	}

	static boolean isWorthwhile(Release release, int starts) {
		return WANTED && starts > 2 && !release.isTrained();
	}

	/// Migrates the databases by the way. A training that fails leaves no cache, and
	/// processes start without one.
	static void run(Release release, List<String> settings, Path folder) {
		var port = Ports.free();
		var unfinished = folder.resolve("training.aot");
		var command = release.command("-XX:AOTCacheOutput=" + unfinished,
				NodeSettings.with(settings, List.of("--cleave.messaging.enabled=false", "--cleave.node=training",
						"--server.port=" + port, "--management.server.port=" + Ports.free())));
		var output = folder.resolve("training.log");
		var process = TiedProcess.start(command, folder, Map.of(), output);
		try (var http = HttpClient.newHttpClient()) {
			Patience.until(LIMIT, () -> {
				if (!process.isAlive()) {
					throw new IllegalStateException("The training ended early: see " + output);
				}
				return status(http, port, "/readyz") == 200;
			}, () -> "The training does not get ready: see " + output);
			status(http, port, "/api/v1/products");
			TiedProcess.ask(process);
			if (TiedProcess.ended(process, LIMIT.toSeconds()) && Files.exists(unfinished)) {
				Files.move(unfinished, release.cache());
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException("The training failed", ex);
		}
		finally {
			TiedProcess.kill(process);
		}
	}

	private static int status(HttpClient http, int port, String path) throws IOException, InterruptedException {
		var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.timeout(Duration.ofSeconds(10))
			.build();
		return http.send(question, BodyHandlers.discarding()).statusCode();
	}

}
