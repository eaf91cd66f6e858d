import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes the folder that a node is started from: the jar unpacked, `run`, what its JVM is told, and a cache of what
/// the JVM learned when it ran for the first time. That run takes some orders, so that the cache also knows what
/// is worth compiling.
///
///     java docker/node/Train.java target/cleave.jar target/node --spring.datasource.url=jdbc:postgresql://… …
///
/// It needs a Redis and an empty database, and leaves things in both: never those of a real shop. The settings that say
/// where they are may be arguments or in the environment. Takes about a minute. CLEAVE_TRAINING is for how many seconds it
/// takes orders (15).
class Train {

	static final Path HERE = Path.of(System.getProperty("jdk.launcher.sourcefile", "docker/node/Train.java"))
		.toAbsolutePath()
		.getParent();

	static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	static final Duration PATIENCE = Duration.ofMinutes(4);

	static final long SECONDS = Long.parseLong(System.getenv().getOrDefault("CLEAVE_TRAINING", "15"));

	static final int BUYERS = 4;

	static final int PRODUCTS = 50;

	final HttpClient http = HttpClient.newHttpClient();

	final Path folder;

	final URI node = URI.create("http://127.0.0.1:" + freePort());

	Train(Path folder) {
		this.folder = folder;
	}

	public static void main(String... arguments) throws Exception {
		if (arguments.length < 2) {
			throw giveUp("usage: java Train.java <jar> <new folder> [settings]");
		}
		var folder = Path.of(arguments[1]).toAbsolutePath();
		if (Files.exists(folder)) {
			throw giveUp(folder + " is there already");
		}
		var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
		var training = new Train(unfinished);
		training.unpack(Path.of(arguments[0]));
		training.run(List.of(arguments).subList(2, arguments.length));
		Files.move(unfinished, folder);
		System.out.println("Trained: " + folder.resolve("run"));
	}

	void unpack(Path jar) throws Exception {
		var unpacking = new ProcessBuilder(JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force",
				"--destination", this.folder.toString())
			.inheritIO()
			.start();
		if (unpacking.waitFor() != 0) {
			throw giveUp(jar + " can't be unpacked");
		}
		Files.move(this.folder.resolve(jar.getFileName()), this.folder.resolve("cleave.jar"),
				StandardCopyOption.REPLACE_EXISTING);
		for (var file : List.of("jvm.options", "run")) {
			Files.copy(HERE.resolve(file), this.folder.resolve(file), StandardCopyOption.COPY_ATTRIBUTES,
					StandardCopyOption.REPLACE_EXISTING);
		}
	}

	void run(List<String> settings) throws Exception {
		var log = this.folder.resolve("training.log");
		var command = new ArrayList<>(
				List.of(JAVA, "@jvm.options", "-XX:AOTCacheOutput=cleave.aot", "-jar", "cleave.jar"));
		command.addAll(settings);
		command.addAll(List.of("--server.port=" + this.node.getPort(), "--server.address=127.0.0.1",
				"--management.server.port=" + freePort(), "--cleave.node=training", "--cleave.sample-shop=false"));
		var process = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		try {
			awaitReady(process);
			shop();
		}
		catch (IOException | ExecutionException | IllegalStateException ex) {
			throw giveUp("The training failed: see " + log, ex);
		}
		process.destroy();
		if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
				|| Files.notExists(this.folder.resolve("cleave.aot"))) {
			throw giveUp("The JVM made no cache: see " + log);
		}
		Files.delete(log);
	}

	void awaitReady(Process process) throws Exception {
		var deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!isReady()) {
			if (!process.isAlive() || System.nanoTime() - deadline > 0) {
				throw new IllegalStateException("The node does not get ready");
			}
			Thread.sleep(100);
		}
	}

	boolean isReady() throws InterruptedException {
		try {
			return this.http.send(request("/readyz").build(), BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/// What most callers do: a machine and a person come in, look and order.
	void shop() throws Exception {
		var products = ask(request("/api/v1/products"));
		if (!products.contains("\"items\":[]")) {
			throw new IllegalStateException("There are products already: training wants an empty database");
		}
		var secret = Base64.getEncoder().encodeToString("cleave-local:cleave-local-secret".getBytes());
		var token = ask(request("/oauth2/token").header("Authorization", "Basic " + secret)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials")))
			.replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
		var bearer = "Bearer " + token;
		ask(request("/api/v1/auth/session").header("Content-Type", "application/json")
			.POST(BodyPublishers
				.ofString("{\"email\": \"admin@cleave.local\", \"password\": \"cleave-local-admin\"}")));
		ask(request("/api/v1/imports/products").header("Authorization", bearer)
			.header("Content-Type", "application/x-ndjson")
			.POST(BodyPublishers.ofString(IntStream.range(0, PRODUCTS)
				.mapToObj(number -> """
						{"sku":"training-%d","name":"Product %d","price":{"amount":100,"currency":"EUR"},"quantity":1000000}
						""".formatted(number, number))
				.collect(Collectors.joining()))));
		try (var buyers = Executors.newFixedThreadPool(BUYERS)) {
			var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
			var all = IntStream.range(0, BUYERS).mapToObj(number -> buyers.submit(() -> {
				for (var turn = number; System.nanoTime() - deadline < 0; turn++) {
					buy(bearer, turn % PRODUCTS);
				}
				return null;
			})).toList();
			for (var buyer : all) {
				buyer.get();
			}
		}
	}

	void buy(String bearer, int product) throws Exception {
		for (var count = 0; count < 20; count++) {
			ask(request("/api/v1/orders").header("Authorization", bearer)
				.header("Content-Type", "application/json")
				.header("Idempotency-Key", UUID.randomUUID().toString())
				.POST(BodyPublishers
					.ofString("{\"lines\": [{\"sku\": \"training-%d\", \"quantity\": 1}]}".formatted(product))));
		}
		ask(request("/api/v1/products/training-" + product));
		ask(request("/api/v1/orders").header("Authorization", bearer));
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.node.resolve(path)).timeout(Duration.ofSeconds(30));
	}

	String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(request.build(), BodyHandlers.ofString());
		if (answer.statusCode() / 100 != 2) {
			throw new IllegalStateException("%s is answered %d: %s".formatted(answer.uri().getPath(),
					answer.statusCode(), answer.body()));
		}
		return answer.body();
	}

	static int freePort() {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw giveUp("There is no free port", ex);
		}
	}

	static RuntimeException giveUp(String why, Throwable... causes) {
		System.err.println(why);
		for (var cause : causes) {
			System.err.println(cause.getMessage());
		}
		System.exit(1);
		return new IllegalStateException(why);
	}

}
