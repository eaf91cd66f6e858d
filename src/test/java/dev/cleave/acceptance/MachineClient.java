package dev.cleave.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A machine's credentials, and the token it gets for them.
record MachineClient(Shop shop, String id, String secret) {

	static MachineClient create(Shop shop, String... scopes) {
		var created = shop.administrator()
			.post("/auth/clients")
			.json(Map.of("name", Shop.unique("machine"), "scopes", List.of(scopes)))
			.send()
			.expect(201);
		return new MachineClient(shop, created.text("/clientId"), created.text("/clientSecret"));
	}

	Visitor visitor() {
		return this.shop.stranger().carrying(new RenewedToken(this));
	}

	/// Asks for a token as RFC 6749 says, with the credentials in the Authorization
	/// header.
	Answer token() {
		var credentials = Visitor.encoded(this.id) + ":" + Visitor.encoded(this.secret);
		return this.shop.stranger()
			.ask("POST", "/oauth2/token")
			.without("Idempotency-Key")
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
			.body("application/x-www-form-urlencoded", "grant_type=client_credentials")
			.send();
	}

}
