package dev.cleave.acceptance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import static dev.cleave.acceptance.Json.map;

/// Things in the shop that routes are about, most of them the owner's.
final class Seeds {

	/// Takes the place of what must be unique in a body.
	private static final String UNIQUE = "@unique";

	private final Shop shop;

	private final Visitor owner;

	private final String ownersEmail;

	private final Map<String, String> kept = new ConcurrentHashMap<>();

	/// What stands in the variable of a path, by the beginning of the route. A new
	/// beginning needs a line here.
	private final Map<String, Supplier<String>> makers;

	Seeds(Shop shop, Visitor owner, String ownersEmail) {
		this.shop = shop;
		this.owner = owner;
		this.ownersEmail = ownersEmail;
		this.makers = Map.of("/api/v1/orders/{id}", this::order, "/api/v1/products/{sku}", this::sku,
				"/api/v1/stock/{sku}", this::sku, "/api/v1/stock/transfers/{id}", this::transfer,
				"/api/v1/reports/exports/{id}", this::export, "/api/v1/auth/accounts/{id}", this::account,
				"/api/v1/auth/sessions/{id}", this::session, "/api/v1/auth/clients/{id}", this::client,
				"/v3/api-docs/{group}", () -> "orders", "/v3/api-docs.yaml/{group}", () -> "orders");
	}

	/// The path with something in place of its variable.
	///
	/// @param fresh whether the call may change it, so that the next one needs another
	String path(Route route, boolean fresh) {
		if (!route.path().contains("{")) {
			return route.path();
		}
		if (route.isOperators()) {
			return route.path().replaceAll("/\\{[^/]*\\}", "/nothing");
		}
		var beginning = route.path().substring(0, route.path().indexOf('}') + 1);
		var maker = this.makers.get(beginning);
		if (maker == null) {
			throw new AssertionError("Say in Seeds what " + beginning + " is about");
		}
		var made = fresh ? maker.get() : this.kept.computeIfAbsent(beginning, (_) -> maker.get());
		return route.path().replaceFirst("\\{[^/]*\\}", Visitor.encoded(made));
	}

	String body(String template) {
		return template.replace(UNIQUE, Shop.unique("matrix"))
			.replace("@email", this.ownersEmail)
			.replace("@password", Shop.password())
			.replace("@sku", this.kept.computeIfAbsent("/api/v1/products/{sku}", (_) -> sku()));
	}

	private String order() {
		var buyer = new Buyer(this.shop, this.owner);
		return buyer.awaitsSettlement(buyer.buys(Basket.of(sku(), 1))).id();
	}

	private String sku() {
		return this.shop.clerk().offersSeveral(1, 100, 20).getFirst();
	}

	private String transfer() {
		var sent = this.shop.clerk().sends(sku(), "main", "elsewhere", 1);
		return sent.substring(sent.lastIndexOf('/') + 1);
	}

	private String export() {
		return this.shop.clerk().exportsOrderLines().text("/id");
	}

	private String account() {
		return this.shop.customer().get("/auth/session").send().expect(200).text("/account/id");
	}

	private String session() {
		this.shop.stranger().signIn(this.ownersEmail, Shop.password());
		return this.owner.get("/auth/sessions")
			.send()
			.expect(200)
			.at("/items")
			.valueStream()
			.filter((session) -> !session.path("current").asBoolean())
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
	}

	private String client() {
		return this.shop.administrator()
			.post("/auth/clients")
			.json(map("name", Shop.unique("client"), "scopes", List.of("reports:read")))
			.send()
			.expect(201)
			.text("/clientId");
	}

}
