package dev.cleave.acceptance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import dev.cleave.acceptance.MatrixRow.Who;
import dev.cleave.auth.domain.SigningKeys;

import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// One of each kind of caller.
final class Callers {

	private static final TreeSet<String> SCOPES = new TreeSet<>(java.util.List.of("catalogue:write", "stock:write",
			"orders:write", "orders:import", "payments:write", "reports:read"));

	private final Shop shop;

	private final Map<Who, String> emails = new EnumMap<>(Who.class);

	private final Map<Who, Visitor> known = new EnumMap<>(Who.class);

	Callers(Shop shop) {
		this.shop = shop;
		for (var who : new Who[] { Who.OWNER, Who.OTHER, Who.STAFF, Who.EXPIRED_SESSION }) {
			this.emails.put(who, Shop.unique("caller") + "@example.org");
			shop.register(this.emails.get(who));
		}
		makeStaff(signIn(Who.STAFF).get("/auth/session").send().expect(200).text("/account/id"));
		this.known.put(Who.EXPIRED_TOKEN, shop.stranger().carrying(expiredToken(shop.system())));
		this.known.put(Who.EXPIRED_SESSION, expired(signIn(Who.EXPIRED_SESSION)));
	}

	String ownersEmail() {
		return Objects.requireNonNull(this.emails.get(Who.OWNER));
	}

	/// @param scope that the route asks of machines
	Visitor the(Who who, String scope) {
		return switch (who) {
			case NOBODY -> this.shop.stranger();
			case CLIENT -> this.shop.machine(scope.equals(MatrixRow.NO_SCOPE) ? "reports:read" : scope);
			case CLIENT_WITHOUT ->
				this.shop.machine(SCOPES.stream().filter((one) -> !one.equals(scope)).toArray(String[]::new));
			case ADMIN -> this.shop.administrator();
			case OWNER, OTHER, STAFF -> this.known.computeIfAbsent(who, this::signIn);
			case EXPIRED_TOKEN, EXPIRED_SESSION -> Objects.requireNonNull(this.known.get(who)).at(this.shop.door());
		};
	}

	/// Somebody whose session may be lost.
	Visitor another(Who who, String scope) {
		return switch (who) {
			case OWNER, OTHER, STAFF -> signIn(who);
			case ADMIN -> this.shop.stranger()
				.signIn(this.shop.system().administratorEmail(), this.shop.system().administratorPassword());
			default -> the(who, scope);
		};
	}

	private Visitor signIn(Who who) {
		return this.shop.stranger().signIn(Objects.requireNonNull(this.emails.get(who)), Shop.password());
	}

	private void makeStaff(String account) {
		this.shop.administrator()
			.put("/auth/accounts/" + account + "/role")
			.ifMatch("*")
			.json(Json.map("role", "STAFF"))
			.send()
			.expect(200);
	}

	/// What is past its time is gone from Redis.
	private static Visitor expired(Visitor visitor) {
		Redis.forget(visitor.cookies().get("SESSION"));
		return visitor;
	}

	/// Signed by the shop itself, or by one more process of it, which has the same keys.
	private static String expiredToken(SystemUnderTest system) {
		if (system instanceof StartedShop started) {
			return expiredToken(started.part(SigningKeys.class));
		}
		var databases = system.tables().orElseThrow().databases();
		try (var more = StartedShop.start(databases,
				List.of("--cleave.modules=auth", "--cleave.messaging.enabled=false"))) {
			return expiredToken(more.part(SigningKeys.class));
		}
	}

	/// One that was good until a minute ago, for whatever a machine may do.
	private static String expiredToken(SigningKeys keys) {
		var now = Instant.now();
		var claims = JwtClaimsSet.builder()
			.issuer("https://cleave.local")
			.subject("expired")
			.claim("scope", SCOPES)
			.issuedAt(now.minusSeconds(660))
			.expiresAt(now.minusSeconds(61))
			.build();
		return new NimbusJwtEncoder((selector, context) -> List.copyOf(keys.signing().stream().toList()))
			.encode(JwtEncoderParameters.from(claims))
			.getTokenValue();
	}

}
