package dev.cleave.inventory.domain;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Products extends Repository<Product, String> {

	Optional<Product> findById(String sku);

	/// Writes at once, so that the version is the new one afterwards.
	Product saveAndFlush(Product product);

}
