package dev.cleave.platform.messaging.log;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;

/// The logs of the modules of this process.
@Component
final class ModuleLogs {

	private final Map<String, ModuleLog> logs = new TreeMap<>();

	ModuleLogs(ObjectProvider<ActiveModule> modules, BeanFactory beans, MessageJson json) {
		for (var module : modules.orderedStream().toList()) {
			var name = module.name();
			this.logs.put(name, new ModuleLog(name, beans.getBean(name + "DataSource", DataSource.class),
					beans.getBean(name, JpaTransactionManager.class), json));
		}
	}

	Collection<ModuleLog> all() {
		return this.logs.values();
	}

	ModuleLog of(String module) {
		var log = this.logs.get(module);
		if (log == null) {
			throw new IllegalArgumentException(
					"Module %s does not run in this process; its log can't be read locally".formatted(module));
		}
		return log;
	}

}
