package dev.cleave.platform.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The audit trails of the modules of this process, for those who look after them.
@Component
final class AuditBooks {

	private final Map<String, AuditBook> books = new TreeMap<>();

	AuditBooks(ObjectProvider<ActiveModule> modules, BeanFactory beans, Clock clock) {
		modules.forEach(module -> {
			var jdbc = JdbcClient.create(beans.getBean(module.name() + "DataSource", DataSource.class));
			var transactions = new TransactionTemplate(beans.getBean(module.name(), PlatformTransactionManager.class));
			this.books.put(module.name(), new AuditBook(module.name(), jdbc, transactions, clock));
		});
	}

	Collection<AuditBook> all() {
		return this.books.values();
	}

	Optional<AuditBook> find(String module) {
		return Optional.ofNullable(this.books.get(module));
	}

}
