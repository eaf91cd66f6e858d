package dev.cleave.orders.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.cleave.orders.domain.CopyingProducts;
import dev.cleave.orders.domain.PastOrder;
import dev.cleave.orders.domain.PastOrders;
import dev.cleave.orders.domain.Taking;
import dev.cleave.orders.domain.Taking.Known;
import dev.cleave.orders.domain.Taking.Refused;
import dev.cleave.orders.domain.Taking.Taken;
import dev.cleave.platform.persistence.Lane;
import dev.cleave.platform.web.ImportOutcome;
import dev.cleave.platform.web.NdjsonImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/// Fills the sample shop with the orders of one real day, as soon as its products are known here. Orders that are there
/// already stay as they are.
@Component
@ConditionalOnProperty("cleave.sample-shop")
class SampleOrders implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(SampleOrders.class);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

	private static final Resource ORDERS = new ClassPathResource("sample/orders.ndjson");

	private final NdjsonImport lines;

	private final PastOrders orders;

	private final CopyingProducts products;

	private final Thread thread = Thread.ofVirtual().name("orders-sample").unstarted(this::fill);

	SampleOrders(NdjsonImport lines, PastOrders orders, CopyingProducts products) {
		this.lines = lines;
		this.orders = orders;
		this.products = products;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.thread.start();
	}

	@Override
	public void destroy() {
		this.thread.interrupt();
	}

	private void fill() {
		try {
			var past = new ArrayList<PastOrder>();
			this.lines.read(ORDERS.getInputStream(), PastOrder.class, PastOrders.CHUNK, chunk -> {
				chunk.forEach(line -> past.add(line.value()));
				return chunk.stream().map(line -> new ImportOutcome.Accepted()).toList();
			});
			awaitProductsOf(past);
			var takings = this.orders.take(past, "sample-shop");
			log.info("The sample shop has its orders: {} new, {} there before, {} refused", count(takings, Taken.class),
					count(takings, Known.class), count(takings, Refused.class));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | RuntimeException ex) {
			log.warn("The sample shop stays without orders until the next start", ex);
		}
	}

	private void awaitProductsOf(List<PastOrder> past) throws InterruptedException {
		var skus = past.stream().map(PastOrder::lines).flatMap(List::stream).map(PastOrder.Line::sku).toList();
		while (!Lane.BULK.call(() -> this.products.knows(skus))) {
			Thread.sleep(LOOK_AGAIN);
		}
	}

	private static long count(List<Taking> takings, Class<? extends Taking> kind) {
		return takings.stream().filter(kind::isInstance).count();
	}

}
