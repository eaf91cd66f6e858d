package dev.cleave.platform.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.cleave.platform.BusinessModule;

import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.modulith.ApplicationModule;
import org.springframework.util.ClassUtils;

/// All modules that this jar carries, running or not, and what each declares to depend on. It is read from class files:
/// no class of a module is loaded for it.
public final class ModuleCatalogue {

	private static final String ROOTS = "classpath*:dev/cleave/*/";

	private final Map<String, List<String>> dependencies;

	private ModuleCatalogue(Map<String, List<String>> dependencies) {
		this.dependencies = dependencies;
	}

	static ModuleCatalogue read(ResourceLoader loader) {
		var wearers = new HashSet<String>();
		for (var type : types(loader, "*Module.class")) {
			if (type.isAnnotated(BusinessModule.class.getName())) {
				wearers.add(ClassUtils.getPackageName(type.getClassName()));
			}
		}
		var dependencies = new TreeMap<String, List<String>>();
		for (var face : types(loader, "package-info.class")) {
			var declared = face.getAnnotations().get(ApplicationModule.class);
			var module = ActiveModule.of(face.getClassName());
			if (declared.isPresent() && wearers.contains(module.packageName())) {
				dependencies.put(module.name(), List.of(declared.getStringArray("allowedDependencies")));
			}
		}
		return new ModuleCatalogue(dependencies);
	}

	private static Collection<AnnotationMetadata> types(ResourceLoader loader, String files) {
		try {
			var reader = MetadataReaderFactory.create(loader);
			var types = new TreeMap<String, AnnotationMetadata>();
			for (var file : ResourcePatternUtils.getResourcePatternResolver(loader).getResources(ROOTS + files)) {
				var type = reader.getMetadataReader(file).getAnnotationMetadata();
				types.put(type.getClassName(), type);
			}
			return types.values();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The names of all modules, in alphabetical order.
	public Set<String> names() {
		return this.dependencies.keySet();
	}

	/// The modules that may send commands to the receiver: those that declare a
	/// dependency on its `commands`.
	public List<String> sendersTo(String receiver) {
		return this.dependencies.entrySet()
			.stream()
			.filter(entry -> entry.getValue().contains(receiver + " :: commands"))
			.map(Map.Entry::getKey)
			.toList();
	}

}
