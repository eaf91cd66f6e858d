package dev.cleave.planted.controllersknowonlyusecases.orders.web;

import dev.cleave.planted.controllersknowonlyusecases.orders.domain.Baskets;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BasketController {

	private final Baskets baskets;

	BasketController(Baskets baskets) {
		this.baskets = baskets;
	}

	boolean has(String id) {
		return this.baskets.existsById(id);
	}

}
