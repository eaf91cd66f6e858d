package dev.cleave.topology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;

/// Keeps a topology running on this machine, for people to play with, until they have had enough:
/// `./mvnw package spring-boot:test-run -Dlaunch=split`. Arguments are the topology and settings of all nodes. The data is
/// gone with it.
final class Launcher {

	private static final PrintStream OUT = System.out;

	private Launcher() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
			root.setLevel(Level.WARN);
		}
		var layout = layout(arguments);
		var settings = Stream.of(arguments).filter(Launcher::isSetting).toArray(String[]::new);
		OUT.printf("%nStarting %s; this takes a minute.%n", layout.label());
		var cluster = Cluster.start(layout, Map.of("CLEAVE_BIND", "127.0.0.1:" + Ports.preferably(8080)), settings);
		// Whatever ends us, nodes end before the servers that they need.
		SpringApplication.getShutdownHandlers().add(cluster::stop);
		var console = new Console(cluster, OUT);
		console.greet();
		if (!obey(console)) {
			new CountDownLatch(1).await();
		}
		System.exit(0);
	}

	private static Layout layout(String... arguments) {
		if (!Balancer.isInstalled()) {
			throw giveUp("HAProxy is missing: apt-get install haproxy");
		}
		try {
			return Layout.named(Stream.of(arguments).filter((argument) -> !isSetting(argument)).findFirst().orElse(""));
		}
		catch (IllegalArgumentException ex) {
			throw giveUp(ex.getMessage());
		}
	}

	private static boolean isSetting(String argument) {
		return argument.startsWith("--");
	}

	private static IllegalStateException giveUp(String why) {
		OUT.println(why);
		System.exit(2);
		return new IllegalStateException(why);
	}

	/// @return whether somebody said that it is enough; where nobody can, only a signal
	/// ends us
	private static boolean obey(Console console) throws IOException {
		try (var words = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
			for (var line = words.readLine(); line != null; line = words.readLine()) {
				if (line.strip().equals("quit")) {
					return true;
				}
				console.obey(line);
			}
			return false;
		}
	}

}
