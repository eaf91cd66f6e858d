package dev.cleave.platform.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import javax.sql.DataSource;

import dev.cleave.topology.TestPostgres;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/// On a PostgreSQL that waits for a standby which is not there.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a PostgreSQL of its own")
class SureCommitsTests {

	@AutoClose
	private TestPostgres server;

	@BeforeEach
	void start(@TempDir Path folder) {
		this.server = TestPostgres.start(folder.resolve("postgres"));
		this.server.execute("CREATE TABLE note (text text UNIQUE DEFERRABLE INITIALLY DEFERRED)");
		this.server.waitsForStandby(true);
	}

	@Test
	void waitLongerThanAnyStatementMayAndShowNobodyWhatTheyWaitFor() throws Exception {
		try (var connection = new SureCommits(source()).getConnection()) {
			var committed = CompletableFuture.runAsync(() -> write(connection, "'mine'"), Thread::startVirtualThread);

			await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).until(this.server::letsSomebodyWait);
			assertThat(committed).isNotDone();
			assertThat(notes()).isZero();

			this.server.waitsForStandby(false);
			await().untilAsserted(() -> assertThat(committed).isCompleted());
			assertThat(notes()).isEqualTo(1);
		}
	}

	@Test
	void doNotKnowWhatBecameOfThoseThatAnOperatorCancels() throws Exception {
		try (var plain = source().getConnection(); var pools = pools(); var sure = pools.getConnection()) {
			assertThat(cancelled(plain)).as("what PostgreSQL calls a success").isCompleted();

			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> cancelled(sure).join())
				.havingRootCause()
				.withMessageContaining("synchronous replication");
		}
	}

	@Test
	void failWhereTheDatabaseRefuses() throws Exception {
		try (var connection = new SureCommits(source()).getConnection()) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> write(connection, "'twice'), ('twice'"))
				.havingCause()
				.withMessageContaining("duplicate key");
		}
	}

	/// What a module has.
	private LaneDataSource pools() {
		return new LaneDataSource("public", new Login(this.server.url("postgres"), "postgres", null),
				new DatabaseSettings.Pools(1, 1, 1));
	}

	private DataSource source() {
		var source = new DriverManagerDataSource(this.server.url("postgres"));
		var impatient = new Properties();
		impatient.setProperty("options", "-c statement_timeout=300");
		source.setConnectionProperties(impatient);
		return source;
	}

	private CompletableFuture<Void> cancelled(Connection connection) {
		var committed = CompletableFuture.runAsync(() -> write(connection, "random()::text"),
				Thread::startVirtualThread);
		await().until(this.server::letsSomebodyWait);
		this.server.cancelsWaitsForStandby();
		await().until(committed::isDone);
		return committed;
	}

	private static void write(Connection connection, String note) {
		try (var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("INSERT INTO note VALUES (%s)".formatted(note));
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long notes() {
		return this.server.asks("SELECT count(*) FROM note");
	}

}
