package dev.cleave.orders.domain;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what orders must know of products to price a basket.
@Service
public class CopyingProducts {

	private final ProductCopies copies;

	CopyingProducts(ProductCopies copies) {
		this.copies = copies;
	}

	/// Takes the newest of each product, in the order of SKUs so that two batches can't
	/// block each other.
	@Transactional("orders")
	public void copy(List<ProductCopy> told) {
		var newest = new TreeMap<String, ProductCopy>();
		told.forEach(copy -> newest.merge(copy.sku(), copy,
				(one, other) -> (one.version() > other.version()) ? one : other));
		this.copies.put(List.copyOf(newest.values()));
	}

	/// Whether all of these products have been told of.
	@Transactional(value = "orders", readOnly = true)
	public boolean knows(Collection<String> skus) {
		var distinct = List.copyOf(new java.util.HashSet<>(skus));
		return this.copies.count(distinct) == distinct.size();
	}

}
