package dev.cleave.acceptance;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import dev.cleave.checker.History;
import dev.cleave.transcript.Transcript;

/// A shop as its customers, clerks and machines see it, with a diary of what it told them.
final class Shop implements AutoCloseable {

	private static final String PASSWORD = "correct horse battery staple";

	private final SystemUnderTest system;

	private final Door door;

	private final History history = new History();

	private final AtomicReference<String> position = new AtomicReference<>("");

	private final Map<String, Visitor> known = new ConcurrentHashMap<>();

	Shop(SystemUnderTest system) {
		this.system = system;
		this.door = new Door(system.nodes());
	}

	/// A word that no other test uses.
	static String unique(String prefix) {
		return Words.unique(prefix);
	}

	SystemUnderTest system() {
		return this.system;
	}

	History history() {
		return this.history;
	}

	Door door() {
		return this.door;
	}

	Visitor stranger() {
		return new Visitor(this.door);
	}

	/// The first administrator, who signs in once.
	Visitor administrator() {
		return known("administrator",
				() -> stranger().signIn(this.system.administratorEmail(), this.system.administratorPassword()));
	}

	/// A new customer, signed in.
	Visitor customer() {
		var email = unique("customer") + "@example.org";
		register(email);
		return stranger().signIn(email, PASSWORD);
	}

	void register(String email) {
		stranger().post("/auth/accounts")
			.without("Idempotency-Key")
			.json(Map.of("email", email, "password", PASSWORD, "name", "Somebody"))
			.send()
			.expect(202);
	}

	/// Has an account forgotten, as its holder wishes.
	Answer erase(Visitor person) {
		var id = person.get("/auth/session").send().expect(200).text("/account/id");
		var etag = administrator().get("/auth/accounts/" + id).send().expect(200).header("ETag");
		return administrator().delete("/auth/accounts/" + id).ifMatch(etag).send();
	}

	static String password() {
		return PASSWORD;
	}

	/// A machine with these scopes; two that ask for the same are the same.
	Visitor machine(String... scopes) {
		return known(String.join(" ", scopes), () -> MachineClient.create(this, scopes).visitor());
	}

	/// Somebody whom all tests share, so it is no matter of any of them how he came in.
	private Visitor known(String name, Supplier<Visitor> comesIn) {
		return this.known.computeIfAbsent(name, (_) -> Transcript.aside(comesIn));
	}

	Clerk clerk() {
		return new Clerk(this, administrator());
	}

	/// Whoever looks after orders that are placed.
	Desk desk() {
		return new Desk(this, administrator());
	}

	/// A regular customer with a basket in his hand. He has orders already.
	Buyer buyer() {
		return new Buyer(this, known("regular", this::customer));
	}

	/// A new customer, who has no orders yet.
	Buyer newBuyer() {
		return new Buyer(this, customer());
	}

	/// Whoever buys for others: an order of a customer who is not known here.
	Buyer machineBuyer() {
		return new Buyer(this, machine("orders:write"));
	}

	/// Remembers how far the copies of the catalogue must have come before this can be
	/// ordered.
	Answer remember(Answer written) {
		var reached = written.header("Cleave-Position");
		if (reached != null) {
			this.position.set(reached);
		}
		return written;
	}

	/// How far the copies of the catalogue must have come before the last product can be
	/// ordered; empty at first.
	String position() {
		return this.position.get();
	}

	/// Waits until nothing is under way, then looks whether every number adds up.
	void check() {
		this.system.checker().ifPresent((checker) -> {
			checker.awaitRest(Duration.ofSeconds(30));
			checker.verify(this.history);
		});
	}

	@Override
	public void close() {
		this.door.close();
		this.system.close();
	}

}
