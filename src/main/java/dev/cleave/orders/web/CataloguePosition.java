package dev.cleave.orders.web;

import dev.cleave.orders.domain.OrderSettings;
import dev.cleave.platform.messaging.LogPositions;
import dev.cleave.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Whoever has just changed a product and orders it waits until orders has heard of the change.
@Component
class CataloguePosition {

	static final String HEADER = "Cleave-Position";

	private final LogPositions positions;

	private final OrderSettings settings;

	CataloguePosition(LogPositions positions, OrderSettings settings) {
		this.positions = positions;
		this.settings = settings;
	}

	/// @param position as inventory gave it out, or nothing
	void await(@Nullable String position) {
		if (position != null && !position.isBlank() && !isApplied(position.strip())) {
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "catalogue-behind",
					"The last change of the catalogue has not arrived here yet. Try again soon.")
				.retryAfter(1)
				.header("Cleave-Outcome", "none");
		}
	}

	private boolean isApplied(String position) {
		try {
			return this.positions.awaitApplied(position, "orders.catalogue", this.settings.catalogueWait());
		}
		catch (IllegalArgumentException ex) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "position-invalid",
					"%s is no position of the catalogue.".formatted(HEADER));
		}
	}

}
