package dev.cleave.platform.messaging.delivery;

import java.sql.SQLException;

import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresTests {

	@ParameterizedTest
	@ValueSource(strings = { "40P01", "40001", "08006", "57P01", "53300", "55P03", "25P03", "25P04" })
	void troubleOfTheDatabasePasses(String state) {
		var failure = new IllegalStateException(new RuntimeException(new SQLException("trouble", state)));

		assertThat(Failures.isPassing(failure)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "23514", "22001" })
	void aStatementThatIsWrongStaysWrong(String state) {
		var failure = new DataIntegrityViolationException("wrong", new SQLException("wrong", state));

		assertThat(Failures.isPassing(failure)).isFalse();
	}

	/// Its rights come back, here or elsewhere, when the module has moved.
	@ParameterizedTest
	@ValueSource(strings = { "42501", "25006" })
	void aWriteThatMeetsAFencePasses(String state) {
		var failure = new IllegalStateException(new BadSqlGrammarException("t", "SQL", new SQLException("no", state)));

		assertThat(Failures.isPassing(failure)).isTrue();
	}

	@Test
	void rivalsAndMissingConnectionsPass() {
		assertThat(Failures.isPassing(new OptimisticLockingFailureException("rival"))).isTrue();
		assertThat(Failures.isPassing(new CannotCreateTransactionException("no connection"))).isTrue();
		assertThat(Failures
			.isPassing(new JpaSystemException(new TransactionException("Unable to rollback against JDBC Connection",
					new SQLException("Connection is closed")))))
			.isTrue();
	}

	@Test
	void aBugStays() {
		assertThat(Failures.isPassing(new NullPointerException())).isFalse();
	}

}
