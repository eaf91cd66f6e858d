package dev.cleave.inventory.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cleave.inventory.InventoryTest;
import dev.cleave.platform.security.SigningKeyPublished;
import dev.cleave.platform.security.TrustedKeyTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@InventoryTest
class InventoryWebTests {

	private static final RSAKey KEY = key();

	private static final String SHOPKEEPER = token("catalogue:write", "stock:write");

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private String sku = "";

	@BeforeEach
	void trustTheKey() {
		this.sku = "web-" + UUID.randomUUID();
		new TrustedKeyTable(this.jdbc).add(new SigningKeyPublished(KEY.getKeyID(), KEY.toPublicJWK().toJSONString()));
	}

	@Test
	void putsAProductIntoTheCatalogue() {
		var created = put(cup(250), null);

		assertThat(created.statusCode()).isEqualTo(201);
		assertThat(created.headers().firstValue("Location"))
			.hasValueSatisfying(location -> assertThat(location).endsWith("/api/v1/products/" + this.sku));
		assertThat(created.headers().firstValue("Cleave-Position"))
			.hasValueSatisfying(position -> assertThat(position).startsWith("inventory:"));
		assertThat(json(get("/products/" + this.sku))).isEqualTo(json(created))
			.isEqualTo(JsonMapper.shared().readTree("""
					{"sku": "%s", "name": "Blue cup", "price": {"amount": 250, "currency": "GBP"}, "status": "ACTIVE",
					"available": 0, "version": 1}""".formatted(this.sku)));
	}

	@Test
	void changesAProductForThoseWhoHaveSeenIt() {
		var first = etag(put(cup(250), null));

		assertThat(put(cup(300), null).statusCode()).isEqualTo(428);
		assertThat(put(cup(300), "\"9\"").statusCode()).isEqualTo(412);
		var changed = put(cup(300), first);
		assertThat(changed.statusCode()).isEqualTo(200);
		assertThat(json(changed).path("version").asLong()).isEqualTo(2);
		assertThat(put(cup(350), first).statusCode()).isEqualTo(412);
		assertThat(json(put(cup(300), etag(changed))).path("version").asLong()).isEqualTo(2);
		assertThat(put(cup(300), "\"2\"").statusCode()).isEqualTo(200);
		assertThat(changesTold()).isEqualTo(2);
	}

	@Test
	void sendsAProductAgainOnlyWhenSomethingOfItChanged() {
		var seen = etag(put(cup(250), null));

		assertThat(send("GET", "/products/" + this.sku, null, "If-None-Match", seen).statusCode()).isEqualTo(304);
		receive(5, "k1");
		var again = send("GET", "/products/" + this.sku, null, "If-None-Match", seen);
		assertThat(again.statusCode()).isEqualTo(200);
		assertThat(json(again).path("available").asLong()).isEqualTo(5);
	}

	@Test
	void namesWhatIsWrongWithAProduct() {
		assertThat(put("{\"name\": \" \", \"price\": {\"amount\": -1, \"currency\": \"GBX\"}}", null))
			.satisfies(answer -> {
				assertThat(answer.statusCode()).isEqualTo(422);
				assertThat(pointers(answer)).containsExactlyInAnyOrder("/name", "/price/amount", "/price/currency");
			});
		assertThat(put("{\"name\": \"a\\u0000b\"}", null).statusCode()).isEqualTo(422);
		assertThat(put("{\"name\": \"Cup\", \"colour\": \"blue\"}", null).statusCode()).isEqualTo(400);
		assertThat(send("PUT", "/products/" + "x".repeat(65), cup(1)).statusCode()).isEqualTo(422);
		assertThat(get("/products/" + this.sku).statusCode()).isEqualTo(404);
	}

	@Test
	void findsProductsByWordsAndByTheBeginningOfTheSku() {
		var mark = "q" + UUID.randomUUID().toString().replace("-", "");
		imports("application/x-ndjson", line(mark + "-1", "T-LIGHT holder, 12/PACK " + mark),
				line(mark + "-2", "Light bulb " + mark), line(mark + "-3", "Größe XL " + mark));

		assertThat(found("light " + mark)).containsExactly(mark + "-1", mark + "-2");
		assertThat(found("t-light " + mark)).containsExactly(mark + "-1");
		assertThat(found("12 pack " + mark)).containsExactly(mark + "-1");
		assertThat(found(mark + " BUL")).containsExactly(mark + "-2");
		assertThat(found("größe " + mark.substring(0, 9))).containsExactly(mark + "-3");
		assertThat(found(mark)).containsExactly(mark + "-1", mark + "-2", mark + "-3");
		assertThat(found(mark + "-2")).contains(mark + "-2").doesNotContain(mark + "-1");
		assertThat(found(mark.toUpperCase(Locale.ROOT) + "-2")).isEmpty();
		for (var odd : List.of("!!", "'", "a & b", "\\", ":*", "%", "(")) {
			assertThat(get("/products?q=" + encoded(odd)).statusCode()).as(odd).isEqualTo(200);
		}
		assertThat(get("/products?q=%00").statusCode()).isEqualTo(422);
		assertThat(get("/products/a%00b").statusCode()).isEqualTo(400);
	}

	@Test
	void listsProductsPageByPage() {
		var mark = "p" + UUID.randomUUID();
		imports("application/x-ndjson",
				IntStream.range(0, 5).mapToObj(number -> line(mark + number, "Paged")).toArray(String[]::new));

		var seen = new ArrayList<String>();
		var page = json(get("/products?limit=2&q=" + mark));
		seen.addAll(skus(page));
		while (!page.path("next").isNull()) {
			page = json(get("/products?limit=2&q=" + mark + "&cursor=" + encoded(page.path("next").asString())));
			seen.addAll(skus(page));
		}

		assertThat(seen).containsExactly(mark + 0, mark + 1, mark + 2, mark + 3, mark + 4);
	}

	@Test
	void importsProductsOnce() {
		var lines = new String[] { line(this.sku + "a", "One"), line(this.sku + "b", "Two"), "{\"sku\": \"x\"",
				"{\"sku\": \"" + this.sku + "c\", \"name\": \"No price\"}", line(this.sku + "a", "One more"),
				line(this.sku + " ", "Bad") };

		var first = imports("application/x-ndjson", lines);
		assertThat(json(first).path("accepted").asInt()).isEqualTo(3);
		assertThat(json(first).path("refused").valueStream().map(line -> line.path("line").asInt())).containsExactly(3,
				4, 6);
		assertThat(first.headers().firstValue("Cleave-Position")).isPresent();
		assertThat(json(get("/stock/" + this.sku + "a")).path("onHand").asInt()).isEqualTo(7);
		assertThat(json(get("/products/" + this.sku + "a")).path("version").asInt()).isEqualTo(2);

		var again = json(imports("application/x-ndjson", lines[4], lines[1]));
		assertThat(again.path("accepted").asInt()).isZero();
		assertThat(again.path("unchanged").asInt()).isEqualTo(2);
		assertThat(json(get("/stock/" + this.sku + "a")).path("onHand").asInt()).isEqualTo(7);
	}

	@Test
	void importsCsvToo() {
		var report = json(imports("text/csv", "sku,name,price,currency,quantity,location",
				this.sku + ",\"Cup, blue\",250,GBP,3,attic", this.sku + "x,Cup,2.50,GBP,3,main"));

		assertThat(report.path("accepted").asInt()).isEqualTo(1);
		assertThat(report.path("refused").path(0).path("line").asInt()).isEqualTo(3);
		assertThat(json(get("/products/" + this.sku)).path("name").asString()).isEqualTo("Cup, blue");
		assertThat(json(get("/products/" + this.sku)).path("available").asInt()).isEqualTo(3);
		assertThat(json(get("/stock/" + this.sku)).at("/locations/0/location").asString()).isEqualTo("attic");
		assertThat(imports("text/csv", "what,is,this").statusCode()).isEqualTo(422);
		assertThat(imports("image/png", "what,is,this").statusCode()).isEqualTo(415);
	}

	@Test
	void keepsFromWhenOnAProductIsLow() {
		var created = put(cup(250).replace("}}", "}, \"lowStockAt\": 5}"), null);
		assertThat(json(created).path("lowStockAt").asLong()).isEqualTo(5);
		assertThat(put(cup(250).replace("}}", "}, \"lowStockAt\": 0}"), etag(created)).statusCode()).isEqualTo(422);

		var changed = put(cup(250), etag(created));
		assertThat(json(changed).path("version").asLong()).isEqualTo(2);
		assertThat(json(changed).has("lowStockAt")).isFalse();

		imports("application/x-ndjson", line(this.sku, "Cup").replace("7}", "7, \"lowStockAt\": 6}"));
		assertThat(json(get("/products/" + this.sku)).path("lowStockAt").asLong()).isEqualTo(6);
		imports("text/csv", "sku,name,price,currency,lowStockAt", this.sku + ",Cup,100,GBP,8");
		assertThat(json(get("/products?q=" + this.sku)).path("items").path(0).path("lowStockAt").asLong()).isEqualTo(8);
		assertThat(json(imports("text/csv", "sku,name,price,currency,lowStockAt", this.sku + ",Cup,100,GBP,8"))
			.path("unchanged")
			.asInt()).isOne();
	}

	@Test
	void booksAReceiptOncePerKey() {
		put(cup(250), null);

		var first = receive(5, "k2");
		var again = receive(5, "k2");

		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
		assertThat(etag(again)).isEqualTo(etag(first)).isEqualTo("\"1\"");
		assertThat(receive(6, "k2").statusCode()).isEqualTo(422);
		assertThat(json(get("/stock/" + this.sku)).path("available").asInt()).isEqualTo(5);
		assertThat(json(get("/stock/" + this.sku + "/movements")).path("items")).singleElement()
			.satisfies(movement -> assertThat(movement.path("actor").asString()).isEqualTo("shopkeeper"));
	}

	@Test
	void adjustsStockOnlyWhereItCan() {
		put(cup(250), null);
		receive(5, "k3");

		assertThat(json(adjust("-2", "a1")).path("onHand").asInt()).isEqualTo(3);
		assertThat(json(adjust("-4", "a2")).path("code").asString()).isEqualTo("stock-below-zero");
		assertThat(adjust("-4", "a2").headers().firstValue("Idempotency-Replayed")).hasValue("true");
		assertThat(pointers(adjust("0", "a3"))).containsExactly("/quantity");
		assertThat(adjust("-1, \"force\": true", "a4").statusCode()).isEqualTo(403);
		assertThat(send("POST", "/stock/" + this.sku + "/adjustments", "{\"quantity\": 1, \"reason\": \"counted\"}",
				"Idempotency-Key", "a5", "If-Match", "\"1\"")
			.statusCode()).isEqualTo(412);
		assertThat(json(get("/stock/" + this.sku)).path("onHand").asInt()).isEqualTo(3);
		assertThat(
				send("POST", "/stock/nothing/receipts", "{\"quantity\": 1, \"reason\": \"x\"}", "Idempotency-Key", "a6")
					.statusCode())
			.isEqualTo(404);
	}

	@Test
	void movesStockBetweenLocationsInTwoSteps() {
		put(cup(250), null);
		receive(5, "t0-" + this.sku);

		assertThat(pointers(transfer("main", "main", 1, "t1-" + this.sku))).containsExactly("/to");
		assertThat(pointers(transfer("main", "Top Shelf", 0, "t2-" + this.sku))).containsExactlyInAnyOrder("/to",
				"/quantity");
		assertThat(json(transfer("main", "shop", 6, "t3-" + this.sku)).path("code").asString())
			.isEqualTo("stock-below-zero");
		var sent = transfer("main", "shop", 4, "t4-" + this.sku);
		assertThat(sent.statusCode()).isEqualTo(201);
		assertThat(transfer("main", "shop", 4, "t4-" + this.sku).body()).isEqualTo(sent.body());
		assertThat(json(sent).path("status").asString()).isEqualTo("SENT");
		assertThat(json(sent).has("discrepancy")).isFalse();
		var path = sent.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");
		assertThat(get(path).body()).isEqualTo(sent.body());
		assertThat(json(get("/stock/" + this.sku)).path("inTransit").asInt()).isEqualTo(4);

		assertThat(pointers(arrival(path, "-1", "r1-" + this.sku))).containsExactly("/quantity");
		assertThat(pointers(arrival(path, "9", "r2-" + this.sku))).containsExactly("/quantity");
		assertThat(send("POST", path + "/receipt", "{\"quantity\": 3}", "Idempotency-Key", "r3-" + this.sku, "If-Match",
				"\"7\"")
			.statusCode()).isEqualTo(412);
		assertThat(json(arrival(path, "3", "r4-" + this.sku)).path("discrepancy").asInt()).isEqualTo(-1);
		assertThat(json(arrival(path, "3", "r5-" + this.sku)).path("code").asString()).isEqualTo("transfer-received");
		assertThat(json(get("/stock/" + this.sku))).isEqualTo(JsonMapper.shared().readTree("""
				{"sku": "%s", "onHand": 4, "reserved": 0, "available": 4, "version": 3, "locations": [
				{"location": "main", "onHand": 1, "reserved": 0, "available": 1},
				{"location": "shop", "onHand": 3, "reserved": 0, "available": 3}]}""".formatted(this.sku)));
		assertThat(arrival("/stock/transfers/" + UUID.randomUUID(), "1", "r6-" + this.sku).statusCode()).isEqualTo(404);
		assertThat(get("/stock/transfers/nothing").statusCode()).isEqualTo(404);
	}

	@Test
	void listsTransfersTheYoungestFirst() {
		put(cup(250), null);
		receive(9, "l0-" + this.sku);
		var ids = IntStream.rangeClosed(1, 3)
			.mapToObj(number -> json(transfer("main", "shop", number, "l" + number + this.sku)).path("id").asString())
			.toList();
		arrival("/stock/transfers/" + ids.get(1), "2", "l4-" + this.sku);

		var first = json(get("/stock/transfers?limit=2&sku=" + this.sku));
		var rest = json(get("/stock/transfers?limit=2&sku=" + this.sku + "&cursor=" + first.path("next").asString()));

		assertThat(ids(first)).containsExactly(ids.get(2), ids.get(1));
		assertThat(ids(rest)).containsExactly(ids.get(0));
		assertThat(ids(json(get("/stock/transfers?status=SENT&sku=" + this.sku)))).containsExactly(ids.get(2),
				ids.get(0));
		assertThat(ids(json(get("/stock/transfers?status=RECEIVED&limit=1")))).containsExactly(ids.get(1));
		assertThat(get("/stock/transfers?status=LOST").statusCode()).isEqualTo(400);
		assertThat(get("/stock/transfers?sku=%00").statusCode()).isEqualTo(422);
		assertThat(sendAs(token("reports:read"), "GET", "/stock/transfers", null).statusCode()).isEqualTo(403);
	}

	@Test
	void tellsWhatThereWas() {
		put(cup(250), null);
		var before = Instant.now();
		receive(5, "k4");

		assertThat(json(get("/stock/" + this.sku + "?at=" + before)).path("onHand").asInt()).isZero();
		assertThat(json(get("/stock/" + this.sku + "?at=" + Instant.now())).path("onHand").asInt()).isEqualTo(5);
		assertThat(json(get("/stock/" + this.sku + "?at=2026-01-31T12:00:00%2B01:00")).path("version").asInt())
			.isZero();
		for (var never : List.of("yesterday", "2026-02-30T12:00:00Z", "+300000-01-01T00:00:00Z",
				"-9999-01-01T00:00:00Z")) {
			assertThat(get("/stock/" + this.sku + "?at=" + encoded(never)).statusCode()).as(never).isEqualTo(400);
		}
		assertThat(get("/stock/nothing").statusCode()).isEqualTo(404);
		assertThat(get("/stock/nothing/movements").statusCode()).isEqualTo(404);
	}

	@Test
	void explainsTheStockOfALocationIfThatCanBeOne() {
		put(cup(250), null);
		receive(5, "k5-" + this.sku);
		var path = "/stock/" + this.sku + "/explain";

		assertThat(json(get(path + "?location=main")).path("text").asString()).isEqualTo("5 = 5 received: delivery");
		assertThat(json(get(path + "?location=attic")).path("text").asString()).isEqualTo("0 = nothing");
		for (var nowhere : List.of("%00", "Top+Shelf")) {
			assertThat(pointers(get(path + "?location=" + nowhere))).as(nowhere).containsExactly("/location");
		}
	}

	@Test
	void tellsTheLedgerOfAProductFromThatOfTransfers() {
		for (var path : List.of("/stock/transfers/movements", "/stock/transfers/explain", "/stock/transfers/nothing")) {
			assertThat(get(path).statusCode()).as(path).isEqualTo(404);
		}
		send("PUT", "/products/transfers", cup(250));
		assertThat(get("/stock/transfers/movements").statusCode()).isEqualTo(200);
		assertThat(json(get("/stock/transfers/explain")).path("sku").asString()).isEqualTo("transfers");
	}

	@Test
	void asksWhoeverChangesSomethingForAScope() {
		var reader = token("reports:read");

		assertThat(sendAs(reader, "PUT", "/products/" + this.sku, cup(1)).statusCode()).isEqualTo(403);
		assertThat(sendAs(reader, "GET", "/stock/" + this.sku, null).statusCode()).isEqualTo(403);
		assertThat(sendAs(null, "GET", "/stock/" + this.sku, null).statusCode()).isEqualTo(401);
		assertThat(sendAs(null, "GET", "/products", null).statusCode()).isEqualTo(200);
	}

	private static String cup(long price) {
		return "{\"name\": \"Blue cup\", \"price\": {\"amount\": %d, \"currency\": \"GBP\"}}".formatted(price);
	}

	private static String line(String sku, String name) {
		return "{\"sku\": \"%s\", \"name\": \"%s\", \"price\": {\"amount\": 100, \"currency\": \"GBP\"}, \"quantity\": 7}"
			.formatted(sku, name);
	}

	private HttpResponse<String> put(String product, @Nullable String ifMatch) {
		return (ifMatch == null) ? send("PUT", "/products/" + this.sku, product)
				: send("PUT", "/products/" + this.sku, product, "If-Match", ifMatch);
	}

	private HttpResponse<String> imports(String type, String... lines) {
		return send("POST", "/imports/products", String.join("\n", lines), "Content-Type", type);
	}

	private HttpResponse<String> receive(long quantity, String key) {
		return send("POST", "/stock/" + this.sku + "/receipts",
				"{\"quantity\": %d, \"reason\": \"delivery\"}".formatted(quantity), "Idempotency-Key", key);
	}

	private HttpResponse<String> transfer(String from, String to, long quantity, String key) {
		return send("POST", "/stock/" + this.sku + "/transfers",
				"{\"from\": \"%s\", \"to\": \"%s\", \"quantity\": %d}".formatted(from, to, quantity), "Idempotency-Key",
				key);
	}

	private HttpResponse<String> arrival(String transfer, String quantity, String key) {
		return send("POST", transfer + "/receipt", "{\"quantity\": %s, \"reason\": \"counted\"}".formatted(quantity),
				"Idempotency-Key", key);
	}

	private static List<String> ids(JsonNode page) {
		return page.path("items").valueStream().map(transfer -> transfer.path("id").asString()).toList();
	}

	private HttpResponse<String> adjust(String quantity, String key) {
		return send("POST", "/stock/" + this.sku + "/adjustments",
				"{\"reason\": \"counted\", \"quantity\": %s}".formatted(quantity), "Idempotency-Key", key);
	}

	private HttpResponse<String> get(String path) {
		return send("GET", path, null);
	}

	private HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
		return sendAs(SHOPKEEPER, method, path, body, headers);
	}

	private HttpResponse<String> sendAs(@Nullable String token, String method, String path, @Nullable String body,
			String... headers) {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1%s".formatted(this.port, path)))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
			.header("Content-Type", "application/json");
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try {
			return CLIENT.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<String> found(String query) {
		return skus(json(get("/products?q=" + encoded(query))));
	}

	private static List<String> skus(JsonNode page) {
		return page.path("items").valueStream().map(product -> product.path("sku").asString()).toList();
	}

	private static List<String> pointers(HttpResponse<String> answer) {
		return json(answer).path("errors").valueStream().map(fault -> fault.path("pointer").asString()).toList();
	}

	private static String etag(HttpResponse<String> answer) {
		return answer.headers().firstValue("ETag").orElseThrow();
	}

	private static JsonNode json(HttpResponse<String> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private long changesTold() {
		return this.jdbc
			.sql("""
					SELECT count(*) FROM (
						SELECT sequence FROM outbox WHERE subject = :sku AND type = 'inventory.ProductChanged.v1'
						UNION SELECT sequence FROM event_log WHERE subject = :sku AND type = 'inventory.ProductChanged.v1') told
					""")
			.param("sku", this.sku)
			.query(Long.class)
			.single();
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String token(String... scopes) {
		try {
			var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
					new JWTClaimsSet.Builder().subject("shopkeeper")
						.issuer("https://cleave.local")
						.claim("scope", List.of(scopes))
						.expirationTime(Date.from(Instant.now().plusSeconds(600)))
						.build());
			token.sign(new RSASSASigner(KEY));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
