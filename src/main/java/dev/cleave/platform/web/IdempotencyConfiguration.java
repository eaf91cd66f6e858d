package dev.cleave.platform.web;

import java.time.Clock;

import javax.sql.DataSource;

import dev.cleave.platform.modules.ActiveModule;
import dev.cleave.platform.persistence.RetriedTransactions;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives each class that asks the idempotency of the module it lives in.
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	Idempotency idempotency(InjectionPoint point, BeanFactory beans, JsonMapper json, Clock clock) {
		var module = ActiveModule.nameOf(point.getMember().getDeclaringClass());
		var jdbc = JdbcClient.create(beans.getBean(module + "DataSource", DataSource.class));
		var transaction = new RetriedTransactions(
				new TransactionTemplate(beans.getBean(module, PlatformTransactionManager.class)));
		return new Idempotency(new KeptAnswers(jdbc, json), transaction, json, clock);
	}

}
