package dev.cleave.platform.messaging.delivery;

import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The inboxes of the modules of this process.
@Component
class ModuleInboxes {

	private final Map<String, ModuleInbox> inboxes = new TreeMap<>();

	ModuleInboxes(ObjectProvider<ActiveModule> modules, BeanFactory beans) {
		for (var module : modules.orderedStream().toList()) {
			var jdbc = JdbcClient.create(beans.getBean(module.name() + "DataSource", DataSource.class));
			var transactions = new TransactionTemplate(beans.getBean(module.name(), PlatformTransactionManager.class));
			this.inboxes.put(module.name(), inbox(jdbc, transactions));
		}
	}

	ModuleInbox inbox(JdbcClient jdbc, TransactionTemplate transactions) {
		return new ModuleInbox(jdbc, transactions);
	}

	/// The inbox of the module to which a subscription belongs.
	ModuleInbox of(String subscription) {
		var module = subscription.substring(0, Math.max(0, subscription.indexOf('.')));
		var inbox = this.inboxes.get(module);
		if (inbox == null) {
			throw new IllegalArgumentException(
					"Subscription %s belongs to no module that runs here".formatted(subscription));
		}
		return inbox;
	}

}
