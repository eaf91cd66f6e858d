package dev.cleave.reporting.intake;

import java.util.List;

import dev.cleave.inventory.events.ProductChanged;
import dev.cleave.platform.messaging.Generation;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.reporting.projections.NamingProducts;

import org.springframework.stereotype.Component;

/// Hears what products are called.
@Component
class ProductEvents {

	private final NamingProducts naming;

	ProductEvents(NamingProducts naming) {
		this.naming = naming;
	}

	@Subscription(value = "reporting.products", rebuildable = true)
	void on(List<Message<ProductChanged>> events) {
		this.naming.name(Generation.current(), events.stream().map(Message::data).toList());
	}

}
