package dev.cleave.inventory.web;

import dev.cleave.inventory.domain.BookingOutcome;
import dev.cleave.inventory.domain.BookingOutcome.BelowZero;
import dev.cleave.inventory.domain.BookingOutcome.Booked;
import dev.cleave.inventory.domain.BookingOutcome.Reserved;
import dev.cleave.inventory.domain.BookingOutcome.UnknownProduct;
import dev.cleave.platform.web.Problems;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// Says why something could not be booked.
final class Unbooked {

	private static final int RESERVATIONS_SHOWN = 100;

	private Unbooked() {
	}

	static ResponseEntity<ProblemDetail> answer(BookingOutcome outcome) {
		return switch (outcome) {
			case Booked booked -> throw new IllegalStateException("This was booked: " + booked);
			case UnknownProduct() -> Problems.notFound("There is no such product.");
			case BelowZero(var there) -> Problems.of(HttpStatus.CONFLICT, "stock-below-zero",
					"There are only %d at %s.".formatted(there.onHand(), there.location()));
			case Reserved(var there, var concerned) -> {
				var problem = Problems.detail(HttpStatus.CONFLICT, "stock-reserved",
						"%d of %d at %s are reserved. The youngest reservations stand in the way; an adjustment by force revokes those of which nothing has shipped."
							.formatted(there.reserved(), there.onHand(), there.location()));
				problem.setProperty("reservations", concerned.stream().limit(RESERVATIONS_SHOWN).toList());
				yield ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
			}
		};
	}

}
