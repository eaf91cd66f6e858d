package dev.cleave.orders.intake;

import java.util.List;

import dev.cleave.inventory.events.ProductChanged;
import dev.cleave.orders.domain.CopyingProducts;
import dev.cleave.orders.domain.Price;
import dev.cleave.orders.domain.ProductCopy;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;

import org.springframework.stereotype.Component;

/// The news of products.
@Component
class CatalogueNews {

	private final CopyingProducts copying;

	CatalogueNews(CopyingProducts copying) {
		this.copying = copying;
	}

	@Subscription("orders.catalogue")
	void on(List<Message<ProductChanged>> changes) {
		this.copying.copy(changes.stream().map(Message::data).map(CatalogueNews::read).toList());
	}

	private static ProductCopy read(ProductChanged told) {
		return new ProductCopy(told.sku(), told.name(), new Price(told.price(), told.currency()), told.active(),
				told.version());
	}

}
