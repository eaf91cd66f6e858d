package dev.cleave.topology;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What the scripts of `docker/moving` do to two databases while somebody writes.
class MovingTests {

	private PlainModule module;

	private MovingScript script;

	@BeforeEach
	void prepare(@TempDir Path folder) throws Exception {
		assumeTrue(MovingScript.canRun(), "psql is missing: apt-get install postgresql-client");
		this.module = new PlainModule(folder);
		this.script = this.module.script();
		this.module.startWriting();
	}

	@AfterEach
	void close() throws Exception {
		if (this.module != null) {
			this.module.close();
		}
	}

	@Test
	void movesThereAndBackAndLosesNothing() throws Exception {
		var rights = this.module.rights(this.module.shared());

		go("extract");
		assertThat(this.module.rights(this.module.own())).isEqualTo(rights);
		assertThat(this.module.rights(this.module.shared())).doesNotContain("INSERT");
		go("absorb");
		this.module.stopWriting();

		assertThat(this.module.rights(this.module.shared())).isEqualTo(rights);
		this.module.verify(this.module.shared());
		assertThat(this.module.longestPause()).as("the longest pause in milliseconds").isLessThan(2_000);
		assertThat(this.module.remains()).isZero();
		assertThat(this.script.run("absorb", "plain", "status")).contains("nothing is left to do");
	}

	private void go(String move) {
		this.script.run(move, "plain", "check");
		this.script.run(move, "plain", "copy");
		assertThat(this.script.run(move, "plain", "status")).contains("then switch");
		assertThat(this.script.run(move, "plain", "switch")).contains("could not write for");
		assertThat(this.script.run(move, "plain", "finish")).contains("done");
	}

	@Test
	void switchesInAMomentOrNotAtAll() throws Exception {
		this.script.run("extract", "plain", "copy");
		doesNotBeginWhileTheTargetIsFarBehind();
		callsItOffWhenTheTargetIsNotTheSame();
		givesUpAndBeginsAnew();
		endsATransactionThatHoldsItUpAndSparesReaders();

		assertThat(this.module.rights(this.module.shared())).doesNotContain("INSERT");
	}

	private void doesNotBeginWhileTheTargetIsFarBehind() throws Exception {
		try (var connection = DriverManager.getConnection(this.module.own(), "postgres", "");
				var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("SELECT * FROM plain.log_partition FOR UPDATE");

			refused("extract", "switch", "too far behind to switch now; nothing has happened");
		}
	}

	private void callsItOffWhenTheTargetIsNotTheSame() throws Exception {
		PlainModule.execute(this.module.own(),
				"INSERT INTO plain.subscription_cursor VALUES ('plain.forward', 'plain', 0, 7)");

		refused("extract", "switch", "plain is not the same in both places");

		var before = this.module.written().size();
		Patience.until(Duration.ofSeconds(5), () -> this.module.written().size() > before + 10,
				() -> "Nothing can be written any more");
	}

	private void givesUpAndBeginsAnew() throws Exception {
		assertThat(this.script.run("extract", "plain", "status")).contains("then switch; or undo");
		assertThat(this.script.run("extract", "plain", "undo")).contains("given up");
		assertThat(this.module.remains()).isZero();
		this.script.run("extract", "plain", "copy");
	}

	private void endsATransactionThatHoldsItUpAndSparesReaders() throws Exception {
		try (var slow = this.module.signIn(this.module.shared());
				var reader = this.module.signIn(this.module.shared());
				var writing = slow.createStatement();
				var reading = reader.createStatement()) {
			slow.setAutoCommit(false);
			reader.setAutoCommit(false);
			writing.execute("INSERT INTO plain.event_log VALUES (9, 9)");
			reading.execute("SELECT count(*) FROM plain.event_log");

			assertThat(this.script.with("CLEAVE_PATIENCE", "300").run("extract", "plain", "switch"))
				.contains("1 transactions took too long and were ended");
			assertThat(slow.isValid(1)).isFalse();
			reading.execute("SELECT count(*) FROM plain.event_log");
		}
		assertThat(PlainModule.ask(this.module.own(), "SELECT count(*) FROM plain.event_log WHERE partition = 9"))
			.isEqualTo("0");
	}

	@Test
	void refusesWhatWouldLoseSomething() throws Exception {
		refused("absorb", "copy", "plain has been at work in this database");
		refused("extract", "switch", "call copy");
		refused("extract", "finish", "the switch is not over");
		PlainModule.execute(this.module.shared(),
				"CREATE TABLE plain.keyless (what text); CREATE UNLOGGED TABLE plain.fast (id int PRIMARY KEY)");
		refused("extract", "check", "plain.keyless has no primary key", "plain.fast is unlogged");
		PlainModule.execute(this.module.shared(), "DROP TABLE plain.keyless, plain.fast");
		PlainModule.execute(this.module.own(), "INSERT INTO plain.schema_history VALUES ('2', 2, true)");
		refused("extract", "copy", "the schemas differ");
		PlainModule.execute(this.module.own(), "DELETE FROM plain.schema_history WHERE version = '2'");
		this.script.run("extract", "plain", "copy");
		this.module.signOut();
		refused("extract", "switch", "nobody is signed in at the target");
		try (var _ = this.module.signIn(this.module.own())) {
			this.script.run("extract", "plain", "switch");
		}
		refused("extract", "copy", "plain does not live in the source");
		refused("extract", "undo", "the way back is a move of its own");
		refused("absorb", "copy", "an earlier move is not finished");
	}

	private void refused(String move, String step, String... reasons) {
		var outcome = this.script.attempt(move, "plain", step);

		assertThat(outcome.said()).contains(reasons);
		assertThat(outcome.status()).isEqualTo(1);
	}

}
