package dev.cleave.platform.modules;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// Hides all classes of the modules that are not to exist in this process from whoever looks for beans and settings. What
/// hangs on a module's annotations (entities, pools, migrations) is hidden with it.
final class AbsentModules extends TypeExcludeFilter {

	private final Set<String> packages;

	AbsentModules(Set<String> names) {
		this.packages = names.stream()
			.map(name -> ActiveModule.ROOT + name + ".")
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
		var name = reader.getClassMetadata().getClassName();
		return this.packages.stream().anyMatch(name::startsWith);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AbsentModules modules && this.packages.equals(modules.packages);
	}

	@Override
	public int hashCode() {
		return this.packages.hashCode();
	}

}
