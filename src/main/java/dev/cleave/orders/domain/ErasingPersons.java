package dev.cleave.orders.domain;

import java.util.Collection;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Forgets where the orders of erased people were to be sent and what they said. Orders, ids and figures stay as they
/// are.
@Service
public class ErasingPersons {

	private final PersonalData data;

	ErasingPersons(PersonalData data) {
		this.data = data;
	}

	/// Erasing twice is the same as once.
	///
	/// @param callers customers of the orders, or their owners where no customer is known
	@Transactional("orders")
	public void erase(Collection<String> callers) {
		this.data.erase(callers);
		this.data.rememberToLookAgain(callers);
	}

	/// Looks once more after a minute: a request that was under way when an account was
	/// erased may have written something down after that.
	@Transactional("orders")
	public void eraseWhatCameLate() {
		this.data.erase(this.data.takeDue());
	}

}
