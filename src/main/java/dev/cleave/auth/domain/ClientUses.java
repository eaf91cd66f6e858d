package dev.cleave.auth.domain;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.cleave.platform.persistence.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Notes which machine clients get tokens, and writes it down once a minute, so that getting one writes nothing. What a
/// crash forgets is a minute.
@Component
public class ClientUses {

	private static final Logger log = LoggerFactory.getLogger(ClientUses.class);

	private final ClientSheets sheets;

	private final Set<String> noted = ConcurrentHashMap.newKeySet();

	ClientUses(ClientSheets sheets) {
		this.sheets = sheets;
	}

	public void note(String clientId) {
		this.noted.add(clientId);
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void writeDown() {
		var ids = Set.copyOf(this.noted);
		this.noted.removeAll(ids);
		try {
			if (!ids.isEmpty()) {
				Lane.WORKERS.run(() -> this.sheets.used(ids));
			}
		}
		catch (DataAccessException ex) {
			this.noted.addAll(ids);
			log.warn("Which clients were used is written down later", ex);
		}
	}

}
