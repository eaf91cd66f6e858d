package dev.cleave.auth.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.cleave.platform.security.Caller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Which machines get tokens, by a clock that is moved.
@Tag("S17")
class MachineClientTests {

	private final AuthDatabase database = new AuthDatabase();

	private final ClientSheets sheets = new ClientSheets(this.database.jdbc());

	@Test
	void takesBothSecretsUntilTheOverlapEnds() {
		add("till", "new");
		change("former_secret_hash = 'old', former_secret_until = now() + interval '1 minute'");
		assertThat(hashes()).containsExactly("new", "old");
		assertThat(this.sheets.find("till").orElseThrow().formerSecretUntil()).isNotNull();

		change("former_secret_until = now() - interval '1 second'");

		assertThat(hashes()).containsExactly("new");
		assertThat(this.sheets.find("till").orElseThrow().formerSecretUntil()).isNull();
	}

	@Test
	void givesAnExpiredClientNothing() {
		add("till", "hash");
		change("expires_at = now() + interval '1 minute'");
		assertThat(this.sheets.machine("till")).isPresent();

		change("expires_at = now()");

		assertThat(this.sheets.machine("till")).isEmpty();
		assertThat(this.sheets.find("till")).isPresent();
	}

	@Test
	void keepsOneFormerSecretAtMost() {
		var client = new MachineClient("till", "Till", Set.of(Scope.REPORTS_READ), "one", null, Instant.EPOCH);

		client.replaceSecret("two", Instant.EPOCH.plus(Duration.ofDays(1)));
		assertThat(client).hasFieldOrPropertyWithValue("formerSecretHash", "one")
			.hasFieldOrPropertyWithValue("secretHash", "two");
		client.replaceSecret("three", Instant.EPOCH.plus(Duration.ofDays(1)));
		assertThat(client).hasFieldOrPropertyWithValue("formerSecretHash", "two");
		client.replaceSecret("four", null);
		assertThat(client).hasFieldOrPropertyWithValue("formerSecretHash", null)
			.hasFieldOrPropertyWithValue("formerSecretUntil", null)
			.hasFieldOrPropertyWithValue("secretHash", "four");
	}

	@Test
	void writesDownOnceWhatIsUsedOften() {
		add("till", "hash");
		add("kiosk", "hash");
		var uses = new ClientUses(this.sheets);
		for (var token = 0; token < 100; token++) {
			uses.note("till");
		}
		uses.note("long gone");
		assertThat(lastUsed("till")).isNull();

		uses.writeDown();

		var written = lastUsed("till");
		assertThat(written).isNotNull();
		assertThat(lastUsed("kiosk")).isNull();
		uses.writeDown();
		assertThat(lastUsed("till")).isEqualTo(written);
		uses.note("till");
		uses.writeDown();
		assertThat(lastUsed("till")).isAfter(written);
	}

	@Test
	void listsTheYoungestFirst() {
		for (var id : List.of("1", "3", "2")) {
			add(id, "hash");
		}
		change("created_at = '2000-01-01' WHERE client_id < '3'");

		var shown = this.sheets.list(null, 2);

		assertThat(shown).extracting(ClientSheet::clientId).containsExactly("3", "2");
		assertThat(this.sheets.list(new ClientPlace(shown.getLast().createdAt(), "2"), 2))
			.extracting(ClientSheet::clientId)
			.containsExactly("1");
	}

	@Test
	void findsTheScopesThatAMakerLacks() {
		var all = Scope.all();
		var clerk = new Caller("clerk", Caller.Kind.ACCOUNT, Set.of(Caller.STAFF), Set.of());
		var reader = new Caller("reader", Caller.Kind.CLIENT, Set.of(), Set.of("reports:read"));
		var customer = new Caller("customer", Caller.Kind.ACCOUNT, Set.of(Caller.CUSTOMER), Set.of());

		var letIn = new RegisteringClients(null, null, Clock.systemUTC()).register("Till", EnumSet.allOf(Scope.class),
				null, reader);
		assertThat(letIn).isInstanceOfSatisfying(ClientRegistration.ScopesLacked.class,
				refused -> assertThat(refused.scopes()).hasSize(all.size() - 1).doesNotContain("reports:read"));
		assertThat(RegisteringClients.lacked(clerk, all)).isEmpty();
		assertThat(RegisteringClients.lacked(reader, Set.of("reports:read"))).isEmpty();
		assertThat(RegisteringClients.lacked(reader, Set.of("reports:read", "stock:write")))
			.containsExactly("stock:write");
		assertThat(RegisteringClients.lacked(customer, all)).isEqualTo(all);
	}

	@Test
	void letsNoTokenLiveLongerThanNineMinutes() {
		assertThat(settings("9m").tokenLifetime()).isEqualTo(Duration.ofMinutes(9));
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> settings("541s"));
	}

	private static AuthSettings settings(String lifetime) {
		return new Binder(new MapConfigurationPropertySource(Map.of("cleave.auth.token-lifetime", lifetime)))
			.bind("cleave.auth", AuthSettings.class)
			.get();
	}

	private void add(String id, String hash) {
		this.database.jdbc().sql("""
				INSERT INTO machine_client (client_id, name, scopes, secret_hash, created_at, version)
				VALUES (?, 'Machine', 'reports:read', ?, now(), 0)""").params(id, hash).update();
	}

	private void change(String what) {
		this.database.jdbc().sql("UPDATE machine_client SET " + what).update();
	}

	private List<String> hashes() {
		return this.sheets.machine("till").orElseThrow().secretHashes();
	}

	private Instant lastUsed(String id) {
		return this.sheets.find(id).orElseThrow().lastUsedAt();
	}

}
