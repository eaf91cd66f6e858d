package dev.cleave.orders.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/// Orders that are about to move. Whoever reads one here holds its row until the end of the transaction, so that rivals
/// take turns instead of failing.
interface HeldOrders extends Repository<Order, UUID> {

	/// Locks in the order of ids, so that two batches can't block each other.
	@NativeQuery("SELECT id, status, rejection, version FROM orders WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE")
	List<Order> hold(UUID[] ids);

	@NativeQuery("""
			SELECT id, status, rejection, version FROM orders
			WHERE id = :id AND (:anybody OR owner = :owner) FOR NO KEY UPDATE""")
	Optional<Order> hold(UUID id, String owner, boolean anybody);

	void flush();

}
