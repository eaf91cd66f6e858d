package dev.cleave.orders.web;

import java.util.Locale;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Reader;
import dev.cleave.orders.domain.Standstill;
import dev.cleave.orders.domain.Standstill.Illegal;
import dev.cleave.orders.domain.StateMachine;
import dev.cleave.orders.domain.Wish;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Problems;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// What all routes that move an order have in common: how they ask, and what they say when it stays as it is.
final class Moving {

	private Moving() {
	}

	static Wish wish(OrderId order, Reader who, IfMatch seen) {
		return new Wish(order, who, version -> !seen.isPresent() || seen.accepts(version));
	}

	static ResponseEntity<ProblemDetail> refused(Standstill standstill) {
		return switch (standstill) {
			case Standstill.Unknown() -> Readers.notFound();
			case Standstill.Stale() -> Problems.of(HttpStatus.PRECONDITION_FAILED, "version-stale",
					"The order was changed since. Read it again.");
			case Illegal illegal -> illegal(illegal);
		};
	}

	private static ResponseEntity<ProblemDetail> illegal(Illegal illegal) {
		var legal = illegal.legal().stream().map(move -> move.name().toLowerCase(Locale.ROOT)).toList();
		var problem = Problems.detail(HttpStatus.CONFLICT, "move-illegal",
				"An order that is %s can't make the move %s.%s".formatted(illegal.status(),
						illegal.move().name().toLowerCase(Locale.ROOT),
						StateMachine.isEnd(illegal.status()) ? " It is final." : "") + " It can: "
						+ String.join(", ", legal) + ".");
		problem.setProperty("orderStatus", illegal.status());
		problem.setProperty("legalMoves", legal);
		return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
	}

}
