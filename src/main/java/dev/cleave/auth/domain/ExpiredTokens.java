package dev.cleave.auth.domain;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets who wanted an account and never followed the link, and tokens that are good no more, some at a time.
@Component
class ExpiredTokens {

	private static final Logger log = LoggerFactory.getLogger(ExpiredTokens.class);

	static final int BATCH = 1_000;

	private final PendingRegistrations pending;

	private final AccountTokens tokens;

	ExpiredTokens(PendingRegistrations pending, AccountTokens tokens) {
		this.pending = pending;
		this.tokens = tokens;
	}

	@Scheduled(initialDelay = 3, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
	void purge() {
		try {
			untilDone(this.pending::purge);
			untilDone(this.tokens::purge);
		}
		catch (DataAccessException ex) {
			log.warn("Expired links stay for now: {}", ex.getClass().getSimpleName());
		}
	}

	private static void untilDone(IntUnaryOperator removal) {
		while (removal.applyAsInt(BATCH) == BATCH) {
			Thread.onSpinWait();
		}
	}

}
