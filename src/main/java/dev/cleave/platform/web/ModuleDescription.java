package dev.cleave.platform.web;

import dev.cleave.platform.modules.ActiveModule;
import org.springdoc.core.models.GroupedOpenApi;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/// Gives a module a description of its own, at `/v3/api-docs/<module>`. It says the same in whatever process the module
/// runs.
public final class ModuleDescription implements ImportBeanDefinitionRegistrar {

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		var module = ActiveModule.of(metadata.getClassName());
		registry.registerBeanDefinition(module.name() + "Description",
				new RootBeanDefinition(GroupedOpenApi.class, () -> descriptionOf(module)));
	}

	private static GroupedOpenApi descriptionOf(ActiveModule module) {
		return GroupedOpenApi.builder()
			.group(module.name())
			.packagesToScan(module.packageName())
			.addOpenApiCustomizer(api -> api.info(Description.info("Cleave: " + module.name())))
			.build();
	}

}
