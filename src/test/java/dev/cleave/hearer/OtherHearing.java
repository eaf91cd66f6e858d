package dev.cleave.hearer;

import java.util.concurrent.atomic.AtomicInteger;

import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.teller.Told;

/// A second subscription of the same module to the same events.
public class OtherHearing {

	private final AtomicInteger heard = new AtomicInteger();

	public int heard() {
		return this.heard.get();
	}

	@Subscription("hearer.rumours")
	void on(Message<Told> message) {
		this.heard.incrementAndGet();
	}

}
