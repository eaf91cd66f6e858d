package dev.cleave.orders.intake;

import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.cleave.auth.events.AccountErased;
import dev.cleave.orders.domain.ErasingPersons;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.platform.persistence.Lane;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets the people behind erased accounts.
@Component
class ErasedAccounts {

	private final ErasingPersons erasing;

	ErasedAccounts(ErasingPersons erasing) {
		this.erasing = erasing;
	}

	@Subscription("orders.erasures")
	void on(List<Message<AccountErased>> erased) {
		this.erasing.erase(erased.stream().map(message -> message.data().accountId()).toList());
	}

	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void lookAgain() {
		Lane.WORKERS.run(this.erasing::eraseWhatCameLate);
	}

}
