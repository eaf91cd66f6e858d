package dev.cleave.platform.persistence;

import java.util.Map;
import java.util.function.Supplier;

import dev.cleave.platform.health.ModuleCheck;
import dev.cleave.platform.health.ModuleHealth;
import dev.cleave.platform.modules.ActiveModule;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/// Gives a module its data source `<module>DataSource`, its `<module>EntityManagerFactory`, its transaction manager
/// `<module>` and its health. None is primary: whoever needs one says whose.
public final class ModuleRegistrar implements ImportBeanDefinitionRegistrar {

	private final BeanFactory beans;

	ModuleRegistrar(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		var module = ActiveModule.of(metadata.getClassName());
		var name = module.name();
		register(registry, name + "Active", ActiveModule.class, () -> module);
		register(registry, name + "DataSource", LaneDataSource.class,
				() -> this.beans.getBean(ModuleDatabases.class).of(name));
		register(registry, name + "EntityManagerFactory", LocalContainerEntityManagerFactoryBean.class,
				() -> entityManagerFactory(module));
		register(registry, name, JpaTransactionManager.class, () -> new JpaTransactionManager(
				this.beans.getBean(name + "EntityManagerFactory", EntityManagerFactory.class)));
		register(registry, name + "HealthIndicator", ModuleHealth.class,
				() -> new ModuleHealth(name, this.beans.getBeanProvider(ModuleCheck.class)));
	}

	private static <T> void register(BeanDefinitionRegistry registry, String name, Class<T> type, Supplier<T> maker) {
		var definition = new RootBeanDefinition(type, maker);
		definition.setDestroyMethodName(RootBeanDefinition.INFER_METHOD);
		registry.registerBeanDefinition(name, definition);
	}

	private LocalContainerEntityManagerFactoryBean entityManagerFactory(ActiveModule module) {
		var factory = new LocalContainerEntityManagerFactoryBean();
		factory.setPersistenceUnitName(module.name());
		factory.setDataSource(this.beans.getBean(module.name() + "DataSource", LaneDataSource.class));
		factory.setPackagesToScan(module.packageName());
		factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		factory.setBootstrapExecutor(new SimpleAsyncTaskExecutor("hibernate-"));
		factory.setJpaPropertyMap(Map.of("hibernate.physical_naming_strategy",
				"org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl", "hibernate.jdbc.batch_size",
				"500", "hibernate.order_inserts", "true", "hibernate.order_updates", "true", "hibernate.jdbc.time_zone",
				"UTC"));
		return factory;
	}

}
