package dev.cleave.witness;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The shop that a load trades in: its products, of which a few are wanted by all and scarce, and who may do what.
final class Trade {

	private static final int PRODUCTS = 25;

	private static final int SCARCE = 5;

	private static final long PLENTY = 100_000;

	private static final long LITTLE = 30;

	private static final int ATTEMPTS = 20;

	private static final String PASSWORD = "correct horse battery staple";

	private final String run = UUID.randomUUID().toString().substring(0, 8);

	private final URI gateway;

	private final List<URI> nodes;

	private final Diary diary;

	private final List<String> skus = IntStream.range(0, PRODUCTS).mapToObj((one) -> this.run + "-" + one).toList();

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong placed = new AtomicLong();

	/// Orders that somebody else may look for.
	private final ConcurrentLinkedQueue<String> known = new ConcurrentLinkedQueue<>();

	private final List<Person> buyers = new ArrayList<>();

	private final Person clerk;

	private final String position;

	Trade(URI gateway, List<URI> nodes, Diary diary) {
		this.gateway = gateway;
		this.nodes = List.copyOf(nodes);
		this.diary = diary;
		var administrator = administrator(gateway);
		this.position = offer(administrator);
		this.clerk = machine(administrator, "clerk", "stock:write");
		this.buyers.add(machine(administrator, "machine-a", "orders:write"));
		this.buyers.add(machine(administrator, "machine-b", "orders:write"));
		for (var human : List.of("human-a", "human-b")) {
			var email = "%s-%s@example.org".formatted(human, this.run);
			insist(administrator, "/auth/accounts", Map.of(),
					json(Map.of("email", email, "password", PASSWORD, "name", "Somebody")));
			this.buyers.add(Person.human(human, gateway, email, PASSWORD));
		}
	}

	static Person administrator(URI gateway) {
		return Person.human("administrator", gateway, "admin@cleave.local", "cleave-local-admin");
	}

	private String offer(Person administrator) {
		var products = IntStream.range(0, PRODUCTS)
			.mapToObj((one) -> json(Map.of("sku", this.skus.get(one), "name", "One of several", "price",
					Map.of("amount", 100 + one, "currency", "GBP"), "quantity", (one < SCARCE) ? LITTLE : PLENTY)))
			.collect(Collectors.joining("\n"));
		IntStream.range(0, PRODUCTS)
			.forEach((one) -> write(entry("offer", Entry.Phase.INVOKE, this.skus.get(one),
					Map.of(this.skus.get(one), (one < SCARCE) ? LITTLE : PLENTY))));
		var told = insist(administrator, "/imports/products", Map.of("Content-Type", "application/x-ndjson"), products);
		if (!told.isOk()) {
			throw new IllegalStateException("Nothing can be offered: " + told);
		}
		return String.valueOf(told.position());
	}

	private Person machine(Person administrator, String name, String scope) {
		var made = insist(administrator, "/auth/clients", Map.of("Idempotency-Key", UUID.randomUUID().toString()),
				json(Map.of("name", name + "-" + this.run, "scopes", List.of(scope))));
		if (!made.isOk()) {
			throw new IllegalStateException("No machine can come in: " + made);
		}
		return Person.machine(name, this.gateway, made.text("clientId"), made.text("clientSecret"));
	}

	/// Comes back as long as a shop is busy that has just begun.
	private Told insist(Person who, String path, Map<String, String> headers, String body) {
		var told = who.ask(this.gateway, "POST", Person.API + path, headers, body);
		for (var attempt = 1; told.isToComeBack() && attempt < ATTEMPTS; attempt++) {
			LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
			told = who.ask(this.gateway, "POST", Person.API + path, headers, body);
		}
		return told;
	}

	static String json(Object value) {
		return Told.JSON.writeValueAsString(value);
	}

	Entry entry(String op, Entry.Phase phase, String about, Map<String, Long> lines) {
		return new Entry(nextCall(), this.diary.now(), 0, op, phase, "administrator", null, about, lines, 0, null, null,
				0, null, null, null, null);
	}

	long nextCall() {
		return this.calls.incrementAndGet();
	}

	long now() {
		return this.diary.now();
	}

	void write(Entry entry) {
		this.diary.write(entry);
	}

	/// A word that nobody else uses.
	String unique() {
		return this.run + "-" + nextCall();
	}

	String position() {
		return this.position;
	}

	Person clerk() {
		return this.clerk;
	}

	Person buyer(int number) {
		return this.buyers.get(number % this.buyers.size());
	}

	/// Every second one knows the nodes, and sees what the gateway would spare him.
	URI address(int proc, RandomGenerator random) {
		return (proc % 2 == 0) ? this.gateway : this.nodes.get(random.nextInt(this.nodes.size()));
	}

	/// One to five products: some are wanted more often than others, by Zipf's law.
	Map<String, Long> basket(RandomGenerator random) {
		return random.ints(1 + random.nextInt(5), 0, Integer.MAX_VALUE)
			.mapToObj((_) -> this.skus.get((int) (Math.pow(PRODUCTS, random.nextDouble()) - 1)))
			.distinct()
			.collect(Collectors.toMap((sku) -> sku, (_) -> 1L + random.nextInt(3)));
	}

	String sku(RandomGenerator random) {
		return this.skus.get(random.nextInt(PRODUCTS));
	}

	void isPlaced(String order) {
		this.placed.incrementAndGet();
		this.known.add(order);
		if (this.known.size() > 50) {
			this.known.poll();
		}
	}

	long placed() {
		return this.placed.get();
	}

	String anothers(RandomGenerator random) {
		return this.known.stream().skip(random.nextInt(1 + this.known.size())).findFirst().orElse("");
	}

}
