package dev.cleave.platform.persistence;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Transactions that are tried again, up to three times, when the database gave them up in favour of another one (a
/// deadlock or a serialization failure): nothing of them was done. Within a transaction that somebody else has begun it is
/// up to him.
public final class RetriedTransactions implements TransactionOperations {

	/// SQLSTATE `serialization_failure` and `deadlock_detected`.
	private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

	private static final RetryTemplate RETRIES = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(3)
		.delay(Duration.ofMillis(20))
		.jitter(Duration.ofMillis(15))
		.multiplier(2)
		.predicate((failure) -> SqlStates.saidIn(failure, GIVEN_UP))
		.build());

	private final TransactionOperations transactions;

	public RetriedTransactions(TransactionOperations transactions) {
		this.transactions = transactions;
	}

	@Override
	public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
		return TransactionSynchronizationManager.isActualTransactionActive() ? this.transactions.execute(work)
				: RETRIES.invoke(() -> this.transactions.execute(work));
	}

}
