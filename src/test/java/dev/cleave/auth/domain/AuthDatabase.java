package dev.cleave.auth.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.cleave.TestServers;

import dev.cleave.platform.audit.AuditDatabase;
import dev.cleave.platform.audit.AuditTrail;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// An empty database with auth's tables of machines and keys, and the messages that it would send. No application is
/// around it, so that its time can be moved as one likes.
final class AuthDatabase {

	private final DriverManagerDataSource source = new DriverManagerDataSource(TestServers.freshDatabase(), "postgres",
			"");

	private final TransactionTemplate transactions = new TransactionTemplate(
			new DataSourceTransactionManager(this.source));

	private final AuditTrail audit = AuditDatabase.add(this.source);

	private final List<Object> messages = new ArrayList<>();

	AuthDatabase() {
		List.of("platform/V0_3__trusted_key", "auth/V1__accounts", "auth/V5__machines").forEach(this::migrate);
	}

	JdbcClient jdbc() {
		return JdbcClient.create(this.source);
	}

	<T> T inTransaction(Supplier<T> work) {
		return this.transactions.execute(status -> work.get());
	}

	void inTransaction(Runnable work) {
		this.transactions.executeWithoutResult(status -> work.run());
	}

	List<Object> messages() {
		return this.messages;
	}

	KeyRing ring() {
		return new KeyRing(jdbc());
	}

	RotatingKeys rotating(KeyBox box) {
		var settings = new KeySettings(Duration.ofDays(30), Duration.ofHours(1));
		return new RotatingKeys(ring(), box, settings, jdbc(), this.messages::add, this.audit);
	}

	/// Lets so much time go by for the keys.
	void pass(Duration time) {
		jdbc().sql("UPDATE signing_key SET used_from = used_from - :time * interval '1 second'")
			.param("time", time.toSeconds())
			.update();
	}

	private void migrate(String version) {
		try {
			new JdbcTemplate(this.source).execute(new ClassPathResource("db/migration/" + version + ".sql")
				.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
