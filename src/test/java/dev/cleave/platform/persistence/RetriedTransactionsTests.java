package dev.cleave.platform.persistence;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetriedTransactionsTests {

	private final TransactionOperations transactions = new RetriedTransactions(
			TransactionOperations.withoutTransaction());

	private final List<String> attempts = new ArrayList<>();

	@Test
	void triesAgainWhatTheDatabaseGaveUp() {
		assertThat(this.transactions.<String>execute((_) -> {
			this.attempts.add("one");
			if (this.attempts.size() < 3) {
				throw failure("40P01");
			}
			return "done";
		})).isEqualTo("done");
		assertThat(this.attempts).hasSize(3);
	}

	@Test
	void givesUpAfterThreeMore() {
		var failure = failure("40001");

		assertThatThrownBy(() -> fails(failure)).isSameAs(failure);
		assertThat(this.attempts).hasSize(4);
	}

	@Test
	void triesNothingElseAgain() {
		var failure = failure("55P03");

		assertThatThrownBy(() -> fails(failure)).isSameAs(failure);
		assertThat(this.attempts).hasSize(1);
	}

	@Test
	void leavesItToWhoeverBeganTheTransaction() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatThrownBy(() -> fails(failure("40P01"))).isInstanceOf(CannotAcquireLockException.class);
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(this.attempts).hasSize(1);
	}

	private void fails(RuntimeException failure) {
		this.transactions.<Object>execute((_) -> {
			this.attempts.add("one");
			throw failure;
		});
	}

	private static RuntimeException failure(String state) {
		return new CannotAcquireLockException("given up", new SQLException("given up", state));
	}

}
