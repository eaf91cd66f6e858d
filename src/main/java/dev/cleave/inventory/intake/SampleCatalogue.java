package dev.cleave.inventory.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.cleave.inventory.domain.BrowsingProducts;
import dev.cleave.inventory.imports.ProductImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/// Fills the shelves of a sample shop.
@Component
@ConditionalOnProperty("cleave.sample-shop")
class SampleCatalogue {

	private static final Logger log = LoggerFactory.getLogger(SampleCatalogue.class);

	private static final Resource PRODUCTS = new ClassPathResource("sample/products.ndjson");

	private final ProductImport products;

	private final BrowsingProducts catalogue;

	SampleCatalogue(ProductImport products, BrowsingProducts catalogue) {
		this.products = products;
		this.catalogue = catalogue;
	}

	/// Before whoever needs the products for samples of their own. Once they are all
	/// there they are left alone: somebody
	/// may have changed them.
	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.HIGHEST_PRECEDENCE + 10)
	void load() throws IOException {
		if (this.catalogue.find(lastSku()).isPresent()) {
			return;
		}
		try (var lines = PRODUCTS.getInputStream()) {
			var report = this.products.ndjson(lines, "sample-shop");
			log.info("The sample shop has {} products", report.accepted() + report.unchanged());
		}
	}

	private static String lastSku() throws IOException {
		var last = PRODUCTS.getContentAsString(StandardCharsets.UTF_8).strip().lines().reduce((line, next) -> next);
		return JsonMapper.shared().readTree(last.orElseThrow()).path("sku").asString();
	}

}
