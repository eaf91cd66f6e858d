package dev.cleave.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.cleave.platform.health.HealthSettings;
import dev.cleave.platform.health.ModuleCheck;
import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Knows which databases of this process answer. It is part of `/readyz`: a process none of whose databases has answered
/// for some seconds can serve nobody and asks for no more requests. One that has lost only some goes on, because what it
/// can still serve must not go away with what it can't.
@Component("databasesHealthIndicator")
public final class DatabaseWatch implements ModuleCheck, HealthIndicator, SmartLifecycle {

	private final Map<String, DatabaseProbe> probes = new TreeMap<>();

	private final List<Thread> threads = new ArrayList<>();

	private final HealthSettings settings;

	DatabaseWatch(ObjectProvider<ActiveModule> modules, BeanFactory beans, HealthSettings settings) {
		this.settings = settings;
		modules.forEach(module -> {
			var source = beans.getBean(module.name() + "DataSource", LaneDataSource.class);
			this.probes.put(module.name(), new DatabaseProbe(module.name(), source.aside()));
		});
	}

	/// Whether the module runs here and its database does not answer.
	public boolean isAway(String module) {
		var probe = this.probes.get(module);
		return probe != null && isSilent(probe);
	}

	@Override
	public Map<String, String> troubles(String module) {
		var probe = this.probes.get(module);
		return (probe != null && isSilent(probe))
				? Map.of("database", "It has not answered for %d s.".formatted(probe.silence().toSeconds())) : Map.of();
	}

	@Override
	public Health health() {
		var away = this.probes.values().stream().filter(this::isSilent).count();
		return ((away > 0 && away == this.probes.size()) ? Health.down() : Health.up()).withDetail("away", away)
			.build();
	}

	private boolean isSilent(DatabaseProbe probe) {
		return probe.silence().compareTo(this.settings.databaseSilence()) > 0;
	}

	@Override
	public synchronized void start() {
		this.probes.forEach(
				(module, probe) -> this.threads.add(Thread.ofVirtual().name("database-probe-" + module).start(probe)));
	}

	@Override
	public synchronized void stop() {
		this.threads.forEach(Thread::interrupt);
		this.threads.clear();
	}

	@Override
	public synchronized boolean isRunning() {
		return !this.threads.isEmpty();
	}

}
