package dev.cleave.auth.domain;

import java.util.UUID;

import dev.cleave.auth.AccountId;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// While the encryption key changes, seals second factors with the new one, so that the former is of no use soon. It
/// goes through them by the account, some at a time; several nodes may do so at once.
@Component
class SealingAnew implements SmartInitializingSingleton {

	private static final UUID BEFORE_ALL = new UUID(0, 0);

	private static final int AT_ONCE = 500;

	private final SecondFactors factors;

	private final KeyBox box;

	private final EncryptionSettings settings;

	SealingAnew(SecondFactors factors, KeyBox box, EncryptionSettings settings) {
		this.factors = factors;
		this.box = box;
		this.settings = settings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		var former = this.settings.formerEncryptionKey();
		if (former != null && !former.isBlank()) {
			sealAnew();
		}
	}

	private void sealAnew() {
		var last = BEFORE_ALL;
		for (var some = this.factors.after(last, AT_ONCE); !some.isEmpty(); some = this.factors.after(last, AT_ONCE)) {
			some.stream().filter(kept -> this.box.isOutdated(kept.secret())).forEach(this::sealAnew);
			last = some.getLast().account();
		}
	}

	private void sealAnew(SecondFactors.Sealed kept) {
		var place = CheckingSecondFactors.place(new AccountId(kept.account()));
		this.factors.reseal(kept, this.box.seal(this.box.open(kept.secret(), place), place));
	}

}
