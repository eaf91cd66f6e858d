package dev.cleave.platform.messaging.log;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.cleave.TestServers;
import dev.cleave.platform.messaging.Engine;
import dev.cleave.platform.persistence.LaneDataSource;
import dev.cleave.teller.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LowWaterMarkTests {

	private final String database = TestServers.freshDatabase();

	private Engine engine;

	private EventLog log;

	@BeforeEach
	void begin() {
		this.engine = Engine.start(this.database, "cleave.messaging.enabled=false");
		this.log = this.engine.bean(ModuleLogs.class).of("teller").events();
	}

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void waitsForAWriterWhoHasAnEarlierId() throws SQLException {
		try (var late = begun("late")) {
			tellAndSequence(20);
			late.commit();
		}
		tellAndSequence(5);
		assertThat(this.log.sequence(100)).isFalse();
		assertThat(unsequenced()).isZero();
		assertThat(this.engine.database()
			.sql("SELECT count(*) FROM teller.event_log WHERE subject = 'late'")
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void leavesNothingBehindThatAWriterGaveUp() throws SQLException {
		try (var late = begun("late")) {
			tellAndSequence(20);
			late.rollback();
		}
		tellAndSequence(5);
		assertThat(unsequenced()).isZero();
	}

	@Test
	void believesNoOtherServer() {
		tellAndSequence(20);
		this.engine.database().sql("ALTER SEQUENCE teller.outbox_id_seq RESTART WITH 1").update();
		this.engine.tell(new Told("again", 1));
		assertThat(this.log.sequence(100)).as("sequenced by a connection that has seen higher ids").isFalse();
		breakConnections();
		assertThat(this.log.sequence(100)).isTrue();
		assertThat(unsequenced()).isZero();
	}

	private void tellAndSequence(int times) {
		for (var number = 1; number <= times; number++) {
			this.engine.tell(new Told("k" + number, number));
			assertThat(this.log.sequence(100)).isTrue();
		}
	}

	/// A transaction that has written a message and does not end.
	private Connection begun(String subject) throws SQLException {
		var connection = DriverManager.getConnection(this.database, "postgres", "");
		connection.setAutoCommit(false);
		try (var statement = connection.createStatement()) {
			for (var sql : List.of("INSERT INTO teller.message_sequence VALUES ('%s', 'event', 1)".formatted(subject),
					"INSERT INTO teller.outbox (message_id, partition, kind, type, subject, sequence, time, data) VALUES (gen_random_uuid(), %d, 'event', 'teller.Told.v1', '%s', 1, now(), '{}')"
						.formatted(Outbox.partitionOf(subject), subject))) {
				statement.execute(sql);
			}
		}
		return connection;
	}

	private long unsequenced() {
		return this.engine.database().sql("SELECT count(*) FROM teller.outbox").query(Long.class).single();
	}

	private void breakConnections() {
		((LaneDataSource) this.engine.bean("tellerDataSource")).getResolvedDataSources()
			.values()
			.stream()
			.map(HikariDataSource.class::cast)
			.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
	}

}
