package dev.cleave.platform.messaging.delivery;

import java.sql.SQLException;
import java.util.Set;

import dev.cleave.platform.persistence.WriteFence;
import org.hibernate.TransactionException;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Tells trouble that passes from trouble that stays.
final class Failures {

	/// SQLSTATE classes: connection, rolled back, resources, operator intervention,
	/// system error; and a lock not had.
	private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58", "55");

	/// The database ended a transaction that stood idle or took too long: this process
	/// was frozen or slow meanwhile.
	private static final Set<String> ENDED = Set.of("25P03", "25P04");

	private Failures() {
	}

	/// Whether the same work may well succeed when it is simply tried again, if only
	/// because an operator has ended what stands in its way.
	static boolean isPassing(Throwable failure) {
		return WriteFence.isCauseOf(failure) || isTrouble(failure);
	}

	private static boolean isTrouble(Throwable failure) {
		return switch (failure) {
			case ConcurrencyFailureException concurrency -> true;
			case QueryTimeoutException timeout -> true;
			case TransientDataAccessException passing -> true;
			case RecoverableDataAccessException passing -> true;
			case DataAccessResourceFailureException passing -> true;
			case CannotCreateTransactionException passing -> true;
			// The connection broke: the failure to roll back stands in the place of
			// that.
			case TransactionException broken -> true;
			case SQLException sql when sql.getSQLState() != null && sql.getSQLState().length() == 5 ->
				PASSING.contains(sql.getSQLState().substring(0, 2)) || ENDED.contains(sql.getSQLState());
			case TransactionSystemException wrapper when wrapper.getCause() == null -> true;
			default -> failure.getCause() != null && isTrouble(failure.getCause());
		};
	}

}
