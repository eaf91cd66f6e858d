package dev.cleave.topology;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What an operator tells a running gateway by the script that lies beside its configuration.
class GatewayScriptTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newHttpClient();

	private final StubNode one = new StubNode("mono-1");

	private final StubNode other = new StubNode("inventory-1");

	private final String bind = "127.0.0.1:" + Ports.free();

	@TempDir
	private Path folder;

	/// A socket's path may have a hundred characters.
	@TempDir
	private Path sockets;

	private Map<String, String> environment = Map.of();

	private Process gateway;

	@BeforeEach
	void start() throws Exception {
		assumeTrue(Build.isInstalled("haproxy") && Build.isInstalled("socat"),
				"HAProxy or socat is missing: apt-get install haproxy socat");
		FileSystemUtils.copyRecursively(Build.project().resolve("docker/haproxy"), this.folder);
		this.environment = Map.of("CLEAVE_BIND", this.bind, "CLEAVE_STATS", "127.0.0.1:" + Ports.free(),
				"CLEAVE_SOCKET", "unix@" + this.sockets.resolve("sock"), "CLEAVE_SLOWSTART", "0");
		this.gateway = launch();
	}

	@AfterEach
	void stop() {
		if (this.gateway != null) {
			TiedProcess.kill(this.gateway);
		}
		this.one.close();
		this.other.close();
		this.http.close();
	}

	@Test
	void givesNodesRequestsAndTakesThemAwayAgain() throws Exception {
		obeyed("add", "mono-1", authority(this.one));
		awaitServed("/api/v1/products", "mono-1");
		assertThat(obeyed("nodes")).contains("mono-1").contains(authority(this.one)).contains("UP");

		obeyed("drain", "mono-1");
		awaitServed("/api/v1/products", "nobody");

		obeyed("add", "mono-1", authority(this.one));
		awaitServed("/api/v1/products", "mono-1");

		obeyed("remove", "mono-1");
		awaitServed("/api/v1/products", "nobody");
		assertThat(obeyed("nodes")).doesNotContain("mono-1");
	}

	@Test
	void knowsWhatItWasToldWhenItIsStartedAgain() throws Exception {
		obeyed("add", "mono-1", authority(this.one));
		obeyed("add", "inventory-1", authority(this.other));
		obeyed("route", "inventory", "inventory");
		awaitServed("/api/v1/products", "inventory-1");

		TiedProcess.kill(this.gateway);
		this.gateway = launch();

		awaitServed("/api/v1/products", "inventory-1");
		awaitServed("/api/v1/orders", "mono-1");
		assertThat(obeyed("routes")).contains("inventory inventory").contains("orders mono");
	}

	@Test
	void saysWhatIsWrongWithAMistake() throws Exception {
		refused("there is no module shipping", "route", "shipping", "mono");
		refused("there is no group shipping", "route", "inventory", "shipping");
		refused("mono is no group and number", "add", "mono", "127.0.0.1:1");
		refused("No such backend", "add", "shipping-1", "127.0.0.1:1");
		refused("gateway add mono-1", "sell", "everything");

		TiedProcess.kill(this.gateway);
		for (var words : List.of("nodes", "routes", "drain mono-1", "route inventory inventory")) {
			refused("nobody listens", words.split(" "));
		}
	}

	private Process launch() {
		var process = TiedProcess.start(List.of("haproxy", "-db", "-f", "haproxy.cfg"), this.folder, this.environment,
				this.folder.resolve("haproxy.log"));
		Patience.until(LIMIT, () -> {
			if (!process.isAlive()) {
				throw new IllegalStateException(Files.readString(this.folder.resolve("haproxy.log")));
			}
			return script("nodes").status() == 0;
		}, () -> "HAProxy does not start");
		return process;
	}

	private String obeyed(String... words) throws Exception {
		var outcome = script(words);
		assertThat(outcome.status()).as(outcome.said()).isZero();
		return outcome.said();
	}

	private void refused(String why, String... words) throws Exception {
		var outcome = script(words);
		assertThat(outcome.status()).isNotZero();
		assertThat(outcome.said()).contains(why);
	}

	private Outcome script(String... words) throws Exception {
		var command = new ArrayList<>(List.of(this.folder.resolve("gateway").toString()));
		command.addAll(List.of(words));
		var output = Files.createTempFile(this.folder, "said", "");
		var process = TiedProcess.start(command, this.folder, this.environment, output);
		assertThat(TiedProcess.ended(process, 30)).isTrue();
		return new Outcome(process.exitValue(), Files.readString(output));
	}

	private void awaitServed(String path, String node) {
		var question = HttpRequest.newBuilder(URI.create("http://" + this.bind + path)).timeout(LIMIT).build();
		Patience.until(LIMIT,
				() -> this.http.send(question, BodyHandlers.ofString())
					.headers()
					.firstValue("X-Served-By")
					.orElse("nobody")
					.equals(node),
				() -> "%s is not served by %s".formatted(path, node));
	}

	private static String authority(StubNode node) {
		return node.address().getAuthority();
	}

	private record Outcome(int status, String said) {

	}

}
