package dev.cleave.inventory.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Remembers which products this process has moved or changed since others were last told of them. It is a hint and no
/// more: what is lost with the process, or does not fit in, is found by looking.
@Component
class TouchedProducts {

	static final int MOST = 100_000;

	private final Set<String> skus = new LinkedHashSet<>();

	/// Notes the products when the transaction has committed.
	void afterCommit(Collection<String> touched) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				note(touched);
			}

		});
	}

	synchronized void note(Collection<String> touched) {
		for (var sku : touched) {
			if (this.skus.size() >= MOST) {
				return;
			}
			this.skus.add(sku);
		}
	}

	/// Takes out those that wait longest.
	synchronized List<String> take(int most) {
		var taken = this.skus.stream().limit(most).toList();
		taken.forEach(this.skus::remove);
		return taken;
	}

}
