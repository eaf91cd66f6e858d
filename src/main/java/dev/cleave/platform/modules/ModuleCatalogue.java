package dev.cleave.platform.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/// All modules that this jar carries, running or not, and what each declares to depend on.
@Component
public final class ModuleCatalogue {

	private final Map<String, List<String>> dependencies = new TreeMap<>();

	ModuleCatalogue() {
		try {
			for (var resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:dev/cleave/*/package-info.class")) {
				var path = resource.getURL().getPath();
				var name = path.replaceFirst(".*/dev/cleave/([^/]+)/package-info.class", "$1");
				var face = ClassUtils.resolveClassName("dev.cleave." + name + ".package-info", null);
				var module = face.getAnnotation(ApplicationModule.class);
				if (module != null) {
					this.dependencies.put(name, Arrays.asList(module.allowedDependencies()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
