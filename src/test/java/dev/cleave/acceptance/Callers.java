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
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// One of each kind of caller, at a shop in this JVM.
final class Callers {

	private static final TreeSet<String> SCOPES = new TreeSet<>(java.util.List.of("catalogue:write", "stock:write",
			"orders:write", "orders:import", "payments:write", "reports:read"));

	private final Shop shop;

	private final StartedShop started;

	private final Map<Who, String> emails = new EnumMap<>(Who.class);

	private final Map<Who, Visitor> known = new EnumMap<>(Who.class);

	Callers(Shop shop) {
		this.shop = shop;
		this.started = (StartedShop) shop.system();
		for (var who : new Who[] { Who.OWNER, Who.OTHER, Who.STAFF, Who.EXPIRED_SESSION }) {
			this.emails.put(who, Shop.unique("caller") + "@example.org");
			shop.register(this.emails.get(who));
		}
		this.started.tables()
			.execute("auth",
					"UPDATE account SET role = 'STAFF' WHERE email = '%s'".formatted(this.emails.get(Who.STAFF)));
		this.known.put(Who.EXPIRED_TOKEN, shop.stranger().carrying(expiredToken()));
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
			case ADMIN ->
				this.shop.stranger().signIn(this.started.administratorEmail(), this.started.administratorPassword());
			default -> the(who, scope);
		};
	}

	private Visitor signIn(Who who) {
		return this.shop.stranger().signIn(Objects.requireNonNull(this.emails.get(who)), Shop.password());
	}

	/// What is past its time is gone from Redis.
	@SuppressWarnings("unchecked")
	private Visitor expired(Visitor visitor) {
		var sessions = (SessionRepository<Session>) this.started.part(SessionRepository.class);
		sessions.deleteById(GuardedShop.idOf(visitor.cookies().get("SESSION")));
		return visitor;
	}

	/// One that was good until a minute ago, for whatever a machine may do.
	private String expiredToken() {
		var keys = this.started.part(SigningKeys.class);
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
