package dev.cleave.platform.audit;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.cleave.platform.modules.ActiveModule;
import dev.cleave.platform.modules.ModuleCatalogue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Writes down with which settings of Cleave's a process began to serve. Of a setting that may be a secret, or of which it
/// is not plain that it is none, only the name is kept. A process may start while its module is being moved and nothing
/// can be written: then this is written as soon as it can be.
@Component
class StartRecord {

	private static final Logger log = LoggerFactory.getLogger(StartRecord.class);

	private static final Pattern PLAIN = Pattern.compile("true|false|[0-9]{1,9}[a-zA-Z%]{0,2}|on|off|auto|check|only");

	private static final Pattern SECRET = Pattern.compile(".*(password|secret|key|token|email|user).*");

	private final AuditTrails trails;

	private final Environment environment;

	private final Set<String> modules;

	private final Set<String> absent;

	private volatile @Nullable Deed unwritten;

	StartRecord(AuditTrails trails, Environment environment, ObjectProvider<ActiveModule> modules,
			ModuleCatalogue catalogue) {
		this.trails = trails;
		this.environment = environment;
		this.modules = modules.stream().map(ActiveModule::name).collect(Collectors.toCollection(TreeSet::new));
		this.absent = new TreeSet<>(catalogue.names());
		this.absent.removeAll(this.modules);
	}

	@EventListener(ApplicationReadyEvent.class)
	void remember() {
		var deed = Deed.done("process.started", "modules:" + String.join(" ", this.modules))
			.by(Actor.system())
			.with("java", Runtime.version())
			.with("profiles", String.join(" ", this.environment.getActiveProfiles()));
		for (var setting : settings().entrySet()) {
			deed = deed.with("cleave." + setting.getKey(), shown(setting.getKey(), setting.getValue()));
		}
		this.unwritten = deed;
		write();
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	synchronized void write() {
		var deed = this.unwritten;
		if (deed == null) {
			return;
		}
		try {
			this.trails.ofProcess().record(deed);
			this.unwritten = null;
		}
		catch (DataAccessException ex) {
			log.warn("That this process serves can't be written down yet: {}", ex.toString());
		}
	}

	private TreeMap<String, String> settings() {
		var bound = Binder.get(this.environment).bind("cleave", Bindable.mapOf(String.class, String.class));
		var settings = new TreeMap<>(bound.orElseGet(java.util.Map::of));
		settings.keySet().removeIf(this::isOfAnAbsentModule);
		return settings;
	}

	private boolean isOfAnAbsentModule(String setting) {
		return this.absent.stream()
			.anyMatch(module -> setting.startsWith(module + ".") || setting.startsWith("persistence." + module + "."));
	}

	static String shown(String name, String value) {
		var isShown = PLAIN.matcher(value).matches() && !SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
		return isShown ? value : "set";
	}

}
