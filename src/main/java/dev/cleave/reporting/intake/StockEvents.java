package dev.cleave.reporting.intake;

import java.util.List;

import dev.cleave.inventory.events.StockLevelChanged;
import dev.cleave.platform.messaging.Generation;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.reporting.projections.CopyingStockLevels;

import org.springframework.stereotype.Component;

/// Hears how much there is of products.
@Component
class StockEvents {

	private final CopyingStockLevels copying;

	StockEvents(CopyingStockLevels copying) {
		this.copying = copying;
	}

	@Subscription(value = "reporting.stock", rebuildable = true)
	void on(List<Message<StockLevelChanged>> events) {
		this.copying.copy(Generation.current(), events.stream().map(Message::data).toList());
	}

}
