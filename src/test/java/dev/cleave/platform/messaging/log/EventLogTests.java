package dev.cleave.platform.messaging.log;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.cleave.topology.TestPostgres;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// On a PostgreSQL that waits for a standby which is not there, by a role that may do no more than read.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a PostgreSQL of its own")
class EventLogTests {

	@AutoClose
	private TestPostgres server;

	@BeforeEach
	void start(@TempDir Path folder) {
		this.server = TestPostgres.start(folder.resolve("postgres"));
		this.server.execute(
				"""
						CREATE TABLE log_partition (partition smallint, next_position bigint);
						INSERT INTO log_partition VALUES (0, 1);
						CREATE TABLE event_log (partition smallint, position bigint, message_id uuid, kind text, type text,
							subject text, sequence bigint, time timestamptz, traceparent text, data text);
						INSERT INTO event_log VALUES (0, 0, gen_random_uuid(), 'event', 'orders.OrderPlaced.v1', 'one', 1, now(),
							null, '{}');
						CREATE ROLE shop LOGIN;
						GRANT SELECT ON ALL TABLES IN SCHEMA public TO shop""");
	}

	@Test
	void tellsNobodyWhatTheStandbyMayNotHave() {
		var source = new DriverManagerDataSource(this.server.url("postgres").replace("user=postgres", "user=shop"));
		var log = new EventLog("orders", source, new DataSourceTransactionManager(source));
		this.server.waitsForStandby(true);

		var read = CompletableFuture.supplyAsync(
				() -> log.read(List.of(new LogWindow("orders", (short) 0, 0, 1)), Set.of()),
				Thread::startVirtualThread);

		await().until(this.server::letsSomebodyWait);
		assertThat(read).isNotDone();
		this.server.waitsForStandby(false);
		await().untilAsserted(
				() -> assertThat(read).isCompletedWithValueMatching((messages) -> messages.getFirst().position() == 0));
	}

}
