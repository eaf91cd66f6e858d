package dev.cleave.platform.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class OverloadTests {

	@Test
	void knowsWhatPassesByItself() {
		assertThat(Overload.isCauseOf(new QueryTimeoutException("slow"))).isTrue();
		assertThat(Overload.isCauseOf(new IllegalStateException(new SQLTransientConnectionException("none free"))))
			.isTrue();
		assertThat(Overload.isCauseOf(new UncategorizedSQLException("t", "SQL", new SQLException("idle", "25P03"))))
			.isTrue();
		assertThat(Overload.isCauseOf(new SQLException("deadlock", "40P01"))).isTrue();
		assertThat(Overload.isCauseOf(rollbackOnABrokenConnection())).isTrue();
	}

	private static RuntimeException rollbackOnABrokenConnection() {
		return new JpaSystemException(new TransactionException("Unable to rollback against JDBC Connection",
				new SQLException("Connection is closed")));
	}

	@Test
	void knowsWhatDoesNot() {
		assertThat(Overload.isCauseOf(new DataIntegrityViolationException("x", new SQLException("unique", "23505"))))
			.isFalse();
		assertThat(Overload.isCauseOf(new NullPointerException())).isFalse();
	}

	@Test
	void saysThatNothingWasDoneOnlyWhereThatIsSure() {
		var sure = Overload.answer(new CannotCreateTransactionException("no connection"));
		var unsure = Overload.answer(new QueryTimeoutException("commit?"));
		var broken = Overload.answer(rollbackOnABrokenConnection());

		assertThat(broken.getHeaders().containsHeader("Cleave-Outcome")).isFalse();
		assertThat(sure.getHeaders().getFirst("Cleave-Outcome")).isEqualTo("none");
		assertThat(unsure.getHeaders().containsHeader("Cleave-Outcome")).isFalse();
		assertThat(unsure.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("[1-3]");
	}

	@Test
	void saysOfAFenceThatNothingWasDoneUnlessAnImportHadBegun() {
		var fence = new BadSqlGrammarException("t", "SQL", new SQLException("permission denied", "42501"));
		var sure = Overload.answer(fence);
		var unsure = Overload.answer(new ImportBrokenOffException(fence));

		assertThat(Overload.isCauseOf(new ImportBrokenOffException(fence))).isTrue();
		assertThat(sure.getHeaders().getFirst("Cleave-Outcome")).isEqualTo("none");
		assertThat(sure.getBody().getProperties()).containsEntry("code", "changes-paused");
		assertThat(unsure.getHeaders().containsHeader("Cleave-Outcome")).isFalse();
	}

}
