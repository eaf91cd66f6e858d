package dev.cleave.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import dev.cleave.platform.modules.ActiveModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets answers that nobody will ask for again, module by module, a thousand at a time.
@Component
class IdempotencyPurge {

	private static final Logger log = LoggerFactory.getLogger(IdempotencyPurge.class);

	private static final Duration KEPT = Duration.ofHours(24);

	private static final int BATCH = 1_000;

	private final List<ActiveModule> modules;

	private final BeanFactory beans;

	private final JsonMapper json;

	private final Clock clock;

	IdempotencyPurge(List<ActiveModule> modules, BeanFactory beans, JsonMapper json, Clock clock) {
		this.modules = modules;
		this.beans = beans;
		this.json = json;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void purge() {
		for (var module : this.modules) {
			try {
				purge(module);
			}
			catch (DataAccessException ex) {
				log.warn("Old idempotency keys of {} stay for now", module.name(), ex);
			}
		}
	}

	private void purge(ActiveModule module) {
		var source = this.beans.getBean(module.name() + "DataSource", DataSource.class);
		var answers = new KeptAnswers(JdbcClient.create(source), this.json);
		var before = this.clock.instant().minus(KEPT);
		while (answers.purge(before, BATCH) == BATCH) {
			Thread.onSpinWait();
		}
	}

}
