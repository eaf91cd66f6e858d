package dev.cleave.platform.web;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import dev.cleave.topology.TestPostgres;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// On a PostgreSQL that waits for a standby which is not there.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a PostgreSQL of its own")
class KeptAnswersTests {

	private static final IdempotentRequest REQUEST = new IdempotentRequest(
			new IdempotencyKey("caller", "route", "key", "target"), "body");

	@AutoClose
	private TestPostgres server;

	@BeforeEach
	void start(@TempDir Path folder) {
		this.server = TestPostgres.start(folder.resolve("postgres"));
	}

	@Test
	void areGivenToNobodyBeforeTheStandbyHasThem() {
		var source = new DriverManagerDataSource(this.server.url("postgres"));
		var jdbc = JdbcClient.create(source);
		var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
		this.server.execute("""
				CREATE TABLE idempotency_key (caller text, route text, key text, request_hash bytea, status integer,
					headers text, body bytea, PRIMARY KEY (caller, route, key))""");
		jdbc.sql("INSERT INTO idempotency_key VALUES ('caller', 'route', 'key', ?, 201, '{}', '')")
			.param(REQUEST.hash())
			.update();
		this.server.waitsForStandby(true);

		var answers = new KeptAnswers(jdbc, JsonMapper.builder().build());
		var found = CompletableFuture.supplyAsync(() -> transaction.execute((_) -> answers.find(REQUEST)),
				Thread::startVirtualThread);

		await().until(this.server::letsSomebodyWait);
		assertThat(found).isNotDone();
		this.server.waitsForStandby(false);
		await().untilAsserted(
				() -> assertThat(found).isCompletedWithValueMatching((answer) -> answer.orElseThrow().status() == 201));
	}

}
