package dev.cleave.orders.domain;

import java.util.Collection;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Forgets where the orders of erased people were to be sent. Orders, ids and figures stay as they are.
@Service
public class ErasingAddresses {

	private final Addresses addresses;

	ErasingAddresses(Addresses addresses) {
		this.addresses = addresses;
	}

	/// Erasing twice is the same as once.
	///
	/// @param callers owners or customers of the orders
	@Transactional("orders")
	public void erase(Collection<String> callers) {
		this.addresses.erase(callers);
		this.addresses.rememberToLookAgain(callers);
	}

	/// Looks once more after a minute: a request that was under way when an account was
	/// erased may have written an address down after that.
	@Transactional("orders")
	public void eraseWhatCameLate() {
		this.addresses.erase(this.addresses.takeDue());
	}

}
