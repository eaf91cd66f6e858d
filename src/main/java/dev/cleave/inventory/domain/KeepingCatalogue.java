package dev.cleave.inventory.domain;

import java.util.List;
import java.util.function.LongConsumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts one product into the catalogue, or changes it there.
@Service
public class KeepingCatalogue {

	private final Products products;

	private final TouchedProducts touched;

	private final ApplicationEventPublisher events;

	KeepingCatalogue(Products products, TouchedProducts touched, ApplicationEventPublisher events) {
		this.products = products;
		this.touched = touched;
		this.events = events;
	}

	/// @param check is shown the version that would be changed, 0 for none, and may throw
	/// to prevent it
	/// @return whether the product is new
	/// @throws org.springframework.dao.DataIntegrityViolationException if somebody else
	/// put it there at the same moment
	@Transactional("inventory")
	public boolean put(ProductOffer offer, LongConsumer check) {
		var known = this.products.findById(offer.sku());
		check.accept(known.map(Product::version).orElse(0L));
		var product = known.orElseGet(() -> new Product(offer));
		if (product.become(offer) || known.isEmpty()) {
			this.events.publishEvent(this.products.saveAndFlush(product).changed());
			this.touched.afterCommit(List.of(offer.sku()));
		}
		return known.isEmpty();
	}

}
