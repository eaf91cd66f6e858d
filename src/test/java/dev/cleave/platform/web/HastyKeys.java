package dev.cleave.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import dev.cleave.platform.modules.ActiveModule;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A planted bug: a key is taken in a transaction of its own, before that of the order. When the latter comes to nothing,
/// the key stays taken.
public class HastyKeys {

	@Bean
	@Primary
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	Idempotency hastyIdempotency(InjectionPoint point, BeanFactory beans, JsonMapper json, Clock clock) {
		var module = ActiveModule.nameOf(point.getMember().getDeclaringClass());
		var jdbc = JdbcClient.create(beans.getBean(module + "DataSource", DataSource.class));
		var manager = beans.getBean(module, PlatformTransactionManager.class);
		return new Idempotency(new Hasty(jdbc, json, manager), new TransactionTemplate(manager), json, clock);
	}

	private static final class Hasty extends KeptAnswers {

		private final TransactionTemplate own;

		Hasty(JdbcClient jdbc, JsonMapper json, PlatformTransactionManager manager) {
			super(jdbc, json);
			this.own = new TransactionTemplate(manager);
			this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		}

		@Override
		Set<IdempotentRequest> claim(List<IdempotentRequest> requests, Instant now) {
			return this.own.execute((_) -> super.claim(requests, now));
		}

		/// Who takes them too early forgets them, too.
		@Override
		void giveBack(Collection<IdempotentRequest> requests) {
		}

	}

}
