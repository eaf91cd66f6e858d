package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.cleave.topology.TiedProcess;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// What it takes until the shop is ready, and the memory that it holds afterwards. `-Dbenchmark.node=target/node` is the
/// folder of a trained node to compare with the plain jar.
final class StartUp implements Workload {

	private static final String TRAINED = System.getProperty("benchmark.node", "");

	/// What a deployed node is told.
	private static final List<String> FLAGS = List.of("@" + Path.of("docker/node/jvm.options").toAbsolutePath());

	private static final double MOST_MEGABYTES = 350;

	@Override
	public String name() {
		return "start";
	}

	@Override
	public void measure(Bench bench) {
		var half = bench.peak() / 2;
		bench.close();
		var plain = List.of("-jar",
				Path.of(System.getProperty("cleave.jar", "target/cleave.jar")).toAbsolutePath().toString());
		try {
			var folder = Files.createTempDirectory("cleave-benchmark-start-");
			try (var servers = Servers.start(folder)) {
				var first = start(folder, folder, servers, plain);
				bench.report()
					.add(Row.reported(name(), "first start, with all migrations", first.cpu(), "CPU s",
							"%.1f s".formatted(first.seconds())));
				compare(bench, folder, servers, plain);
			}
			finally {
				FileSystemUtils.deleteRecursively(folder.toFile());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		memory(bench, half);
	}

	private void compare(Bench bench, Path folder, Servers servers, List<String> plain) {
		var usual = new Median();
		var sooner = new Median();
		var ratio = new Median();
		var seconds = new Median();
		for (var round = 1; round <= Settings.ROUNDS; round++) {
			var one = start(folder, folder, servers, plain);
			usual.add(one.cpu());
			seconds.add(one.seconds());
			if (!TRAINED.isEmpty()) {
				var other = start(folder, Path.of(TRAINED), servers,
						List.of("-XX:AOTCache=cleave.aot", "-jar", "cleave.jar"));
				sooner.add(other.cpu());
				ratio.add(other.cpu() / one.cpu());
			}
		}
		bench.report().add(Row.reported(name(), "plain jar", usual.get(), "CPU s", "%.1f s".formatted(seconds.get())));
		if (!TRAINED.isEmpty()) {
			bench.report()
				.add(Row.atMost(name(), "with the AOT cache ÷ plain jar", 0.5, ratio.get(), "×",
						"%.1f CPU s".formatted(sooner.get())));
		}
	}

	/// @param where to start it: a cache is good for the jar at this very place
	private static Start start(Path folder, Path where, Servers servers, List<String> what) {
		var port = freePort();
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		command.addAll(FLAGS);
		command.addAll(what);
		command.addAll(Stand.settings(servers));
		command.add("--server.port=" + port);
		command.add("--management.server.port=" + freePort());
		var begin = System.nanoTime();
		var process = TiedProcess.start(command, where, Map.of(), folder.resolve("start.log"));
		try {
			var address = URI.create("http://127.0.0.1:" + port);
			await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20)).until(() -> isReady(address));
			return new Start(Cpu.secondsOf(process.pid()), (System.nanoTime() - begin) / 1e9);
		}
		finally {
			process.toHandle().destroy();
			process.onExit().join();
		}
	}

	private static boolean isReady(URI address) {
		try (var wire = new Wire(address)) {
			return wire.exchange(Http.get("/readyz", "")) == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	static int freePort() {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Of a process that has done nothing else.
	private void memory(Bench bench, double half) {
		try (var stand = Stand.build(FLAGS)) {
			stand.offer("s", Stand.PRODUCTS, 1_000_000_000);
			var result = bench.measure(stand, name(), "open, half of the peak", 1,
					() -> stand.shoppers(Bench.MANY).open(half, Settings.WARM_UP));
			assertThat(result.statuses()).isSubsetOf("201", "503");
			var megabytes = Cpu.residentOf(stand.node().pid()) / (double) (1 << 20);
			bench.report()
				.add(Row.atMost(name(), "resident while placing at half of the peak", MOST_MEGABYTES, megabytes, "MB",
						"%.0f/s for %d s".formatted(half, Settings.WARM_UP.toSeconds())));
			stand.awaitRest();
		}
	}

	private record Start(double cpu, double seconds) {

	}

}
