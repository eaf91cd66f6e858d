package dev.cleave.platform.messaging.log;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.cleave.topology.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// On a PostgreSQL that waits for a standby which is not there.
class EventLogTests {

	@TempDir
	private Path folder;

	private TestPostgres server;

	@BeforeEach
	void start() {
		this.server = TestPostgres.start(this.folder.resolve("postgres"));
		this.server.execute(
				"""
						CREATE TABLE log_partition (partition smallint, next_position bigint);
						INSERT INTO log_partition VALUES (0, 1);
						CREATE TABLE event_log (partition smallint, position bigint, message_id uuid, kind text, type text,
							subject text, sequence bigint, time timestamptz, traceparent text, data text);
						INSERT INTO event_log VALUES (0, 0, gen_random_uuid(), 'event', 'orders.OrderPlaced.v1', 'one', 1, now(),
							null, '{}')""");
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void tellsNobodyWhatTheStandbyMayNotHave() {
		var source = new DriverManagerDataSource(this.server.url("postgres"));
		var log = new EventLog("orders", source, new DataSourceTransactionManager(source));
		this.server.waitsForStandby(true);

		var read = CompletableFuture.supplyAsync(
				() -> log.read(List.of(new LogWindow("orders", (short) 0, 0, 1)), Set.of()),
				Thread::startVirtualThread);

		await()
			.until(() -> this.server.asks("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'") == 1);
		assertThat(read).isNotDone();
		this.server.waitsForStandby(false);
		await().untilAsserted(
				() -> assertThat(read).isCompletedWithValueMatching((messages) -> messages.getFirst().position() == 0));
	}

}
