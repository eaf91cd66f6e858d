package dev.cleave.topology;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.cleave.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A process of the packaged jar that runs one module knows nothing of the others but what they say. The module is that
/// of the system property `cleave.module`, or inventory.
@Tag("S4")
class ModuleAloneIT {

	private static final String MODULE = System.getProperty("cleave.module", "inventory");

	static final List<String> OTHERS = Layout.MODULES.stream().filter(module -> !module.equals(MODULE)).toList();

	@TempDir
	Path folder;

	@Test
	void initializesNoClassOfTheOthersButTheirMessages() throws Exception {
		assertKeepsToItself(MODULE);
	}

	@Tag("topologies")
	@ParameterizedTest
	@FieldSource("OTHERS")
	void initializesNoClassOfTheOthersButTheirMessages(String module) throws Exception {
		assertKeepsToItself(module);
	}

	private void assertKeepsToItself(String module) throws Exception {
		var address = URI.create("http://127.0.0.1:" + Ports.free());
		var output = this.folder.resolve("output");
		var process = TiedProcess.start(command(module, address.getPort()), this.folder, Map.of(), output);
		try (var http = HttpClient.newHttpClient()) {
			Patience.until(Duration.ofMinutes(4), () -> {
				if (!process.isAlive()) {
					throw new IllegalStateException(
							"%s does not start:%n%s".formatted(module, Files.readString(output)));
				}
				return get(http, address.resolve("/readyz")).statusCode() == 200;
			}, () -> module + " does not get ready");
			assertThat(get(http, address.resolve("/v3/api-docs/" + module)).statusCode()).isEqualTo(200);
			assertThat(get(http, address.resolve("/docs")).statusCode()).isEqualTo(302);
		}
		finally {
			TiedProcess.kill(process);
		}

		var initialized = initialized();
		assertThat(initialized).anyMatch(type -> type.startsWith("dev.cleave." + module + ".web."));
		assertThat(initialized).noneMatch(type -> isInnerLifeOfAnother(type, module));
	}

	private List<String> command(String module, int port) {
		var command = new ArrayList<>(Release.packaged()
			.command(List.of("--cleave.modules=" + module, "--cleave.messaging.missing-sources=ignore",
					"--server.port=" + port, "--management.server.port=0",
					"--spring.datasource.url=" + TestServers.freshDatabase(), "--spring.datasource.username=postgres",
					"--spring.data.redis.host=127.0.0.1", "--spring.data.redis.port=" + TestServers.redisPort())));
		command.add(1, "-Xlog:class+init=info:file=classes.log");
		return command;
	}

	private static HttpResponse<String> get(HttpClient http, URI address) throws IOException, InterruptedException {
		return http.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
				BodyHandlers.ofString());
	}

	/// The names stand between quotes, with slashes.
	private List<String> initialized() throws IOException {
		try (var lines = Files.lines(this.folder.resolve("classes.log"))) {
			return lines.filter(line -> line.contains("dev/cleave/"))
				.map(line -> line.replaceFirst(".*(dev/cleave/[^ '(]*).*", "$1").replace('/', '.'))
				.distinct()
				.toList();
		}
	}

	private static boolean isInnerLifeOfAnother(String type, String module) {
		var parts = type.split("\\.");
		return !parts[2].equals(module) && Layout.MODULES.contains(parts[2]) && !parts[3].matches("events|commands");
	}

}
