package dev.cleave.platform.audit;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.cleave.platform.modules.ActiveModule;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The audit trails of the modules of this process, for those who belong to none.
@Component
public class AuditTrails {

	private static final int OF_EACH = 20;

	/// Many people may be at one address.
	private static final int OF_ADDRESS = 60;

	private static final int OF_ALL = 600;

	private final Map<String, AuditTrail> trails = new TreeMap<>();

	AuditTrails(ObjectProvider<ActiveModule> modules, BeanFactory beans, ObjectProvider<Witness> witness, Clock clock) {
		var ration = new Rations(new Ration(OF_EACH, OF_ALL, clock), new Ration(OF_ADDRESS, OF_ALL, clock));
		var seen = witness.getIfAvailable(Unseen::new);
		modules.forEach(module -> {
			var source = beans.getBean(module.name() + "DataSource", DataSource.class);
			this.trails.put(module.name(), new AuditTrail(new AuditTable(JdbcClient.create(source)), seen, ration));
		});
	}

	public AuditTrail of(String module) {
		var trail = this.trails.get(module);
		if (trail == null) {
			throw new IllegalArgumentException("Module %s does not run here".formatted(module));
		}
		return trail;
	}

	/// The same one each time, for what concerns the process as a whole: auth's where
	/// auth
	/// runs.
	public AuditTrail ofProcess() {
		return this.trails.values().iterator().next();
	}

	/// Where nobody looks at requests there are none.
	private static final class Unseen implements Witness {

		@Override
		public Actor actor() {
			return Actor.system();
		}

		@Override
		public @Nullable String address() {
			return null;
		}

	}

}
