package dev.cleave.auth.domain;

import java.util.concurrent.TimeUnit;

import dev.cleave.platform.persistence.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it that there is a key to sign with, and that none signs for ever. Every node looks.
@Component
class KeyWatch implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);

	private final RotatingKeys rotating;

	KeyWatch(RotatingKeys rotating) {
		this.rotating = rotating;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.rotating.sealAnew();
		publishIfDue();
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void look() {
		try {
			Lane.WORKERS.run(() -> {
				publishIfDue();
				this.rotating.retire();
			});
		}
		catch (DataAccessException ex) {
			log.warn("Signing keys stay as they are for now", ex);
		}
	}

	private void publishIfDue() {
		if (this.rotating.isDue()) {
			this.rotating.publishIfDue(TokenKey.generate());
		}
	}

}
