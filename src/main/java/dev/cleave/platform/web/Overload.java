package dev.cleave.platform.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.cleave.platform.persistence.WriteFence;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/// Failures that pass by themselves: no free connection, a lock or statement that took too long, a database or Redis
/// that is restarting, a module whose database is being moved. They are answered 503 with `Retry-After`, at different times.
final class Overload {

	/// Classes and states of SQLSTATE: connection lost, transaction rolled back by the
	/// server, out of resources, operator intervention (a statement timeout is one), lock
	/// not available, idle transaction ended.
	private static final List<String> PASSING = List.of("08", "40", "53", "57", "55P03", "25P03");

	private Overload() {
	}

	static boolean isCauseOf(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (isPassing(cause)) {
				return true;
			}
		}
		return WriteFence.isCauseOf(failure);
	}

	static ResponseEntity<ProblemDetail> answer(Throwable failure) {
		var answer = nothingWasDone(failure) ? busy() : later();
		return answer.body(WriteFence.isCauseOf(failure)
				? Problems.detail(HttpStatus.SERVICE_UNAVAILABLE, "changes-paused",
						"Nothing can be changed here for a moment, only looked at. Try again soon.")
				: Problems.detail(HttpStatus.SERVICE_UNAVAILABLE, "busy", AdmissionFilter.BUSY));
	}

	/// Nothing was done.
	static ResponseEntity.BodyBuilder busy() {
		return later().header("Cleave-Outcome", "none");
	}

	/// In 1 to 3 seconds: those who were sent away together shall not come back together.
	private static ResponseEntity.BodyBuilder later() {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, Integer.toString(ThreadLocalRandom.current().nextInt(1, 4)));
	}

	private static boolean nothingWasDone(Throwable failure) {
		return !(failure instanceof ImportBrokenOffException)
				&& (failure instanceof CannotCreateTransactionException || WriteFence.isCauseOf(failure));
	}

	private static boolean isPassing(Throwable failure) {
		return switch (failure) {
			case CannotCreateTransactionException none -> true;
			case TransactionTimedOutException late -> true;
			case TransientDataAccessException passing -> true;
			case RecoverableDataAccessException passing -> true;
			case DataAccessResourceFailureException down -> true;
			case RedisSystemException down -> true;
			case SQLTransientConnectionException noneFree -> true;
			// The connection broke: the failure to roll back stands in the place of
			// that.
			case TransactionException broken -> true;
			case SQLException sql ->
				sql.getSQLState() != null && PASSING.stream().anyMatch(sql.getSQLState()::startsWith);
			default -> false;
		};
	}

}
