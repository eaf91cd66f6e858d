package dev.cleave.platform.modules;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/// Decides by `cleave.modules` which modules exist in this process, before any of their beans is looked for. Without the
/// setting all do.
class ModuleSelection implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	/// A list of names, such as `inventory,orders`.
	static final String SETTING = "cleave.modules";

	/// Earlier than servers are started, which would be for nothing if the selection is
	/// wrong.
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE + 10;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		var catalogue = ModuleCatalogue.read(context);
		var selected = Binder.get(context.getEnvironment())
			.bind(SETTING, Bindable.listOf(String.class))
			.map(names -> checked(names, catalogue))
			.orElse(List.copyOf(catalogue.names()));
		var absent = new TreeSet<>(catalogue.names());
		selected.forEach(absent::remove);

		context.getBeanFactory().registerSingleton("moduleCatalogue", catalogue);
		context.getBeanFactory().registerSingleton("absentModules", new AbsentModules(absent));
	}

	private static List<String> checked(List<String> names, ModuleCatalogue catalogue) {
		if (names.isEmpty()) {
			throw new ModuleSelectionException("It is empty", catalogue.names());
		}
		var seen = new HashSet<String>();
		for (var name : names) {
			if (!catalogue.names().contains(name)) {
				throw new ModuleSelectionException("There is no module '%s'".formatted(name), catalogue.names());
			}
			if (!seen.add(name)) {
				throw new ModuleSelectionException("It names %s twice".formatted(name), catalogue.names());
			}
		}
		return names;
	}

}
