package dev.cleave.platform.persistence;

import javax.sql.DataSource;

import dev.cleave.platform.modules.ActiveModule;
import dev.cleave.platform.persistence.DatabaseSettings.Migrate;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// What a class gets when it asks for a `JdbcClient` or `TransactionOperations`: those of the module it lives in. Nobody
/// can be handed another module's by mistake.
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class PersistenceConfiguration {

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	JdbcClient jdbcClient(InjectionPoint point, BeanFactory beans) {
		return JdbcClient.create(beans.getBean(moduleOf(point) + "DataSource", DataSource.class));
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	TransactionOperations transactionOperations(InjectionPoint point, BeanFactory beans) {
		return new TransactionTemplate(beans.getBean(moduleOf(point), PlatformTransactionManager.class));
	}

	/// With `cleave.migrate=only` schemas are all that this process makes.
	@Bean
	static BeanFactoryPostProcessor onlyMigrating(Environment environment) {
		return beans -> {
			var settings = Binder.get(environment).bindOrCreate("cleave", DatabaseSettings.class);
			if (settings.migrate() == Migrate.ONLY) {
				var admin = Login.of(first(beans, JdbcConnectionDetails.class));
				for (var module : beans.getBeanNamesForType(ActiveModule.class, true, false)) {
					var name = beans.getBean(module, ActiveModule.class).name();
					new SchemaPreparation(ModuleLogins.of(name, settings, environment, admin)).run(Migrate.ONLY);
				}
				throw new MigratedException();
			}
		};
	}

	/// Found without making any other bean.
	private static <T> @Nullable T first(ListableBeanFactory beans, Class<T> type) {
		var names = beans.getBeanNamesForType(type, true, false);
		return (names.length > 0) ? beans.getBean(names[0], type) : null;
	}

	/// The usual Spring properties name the admin connection, with which Cleave makes
	/// schemas and roles.
	@Bean
	@ConditionalOnProperty("spring.datasource.url")
	JdbcConnectionDetails adminConnection(Environment environment) {
		return new JdbcConnectionDetails() {

			@Override
			public String getJdbcUrl() {
				return environment.getRequiredProperty("spring.datasource.url");
			}

			@Override
			public String getUsername() {
				return environment.getProperty("spring.datasource.username", "postgres");
			}

			@Override
			public String getPassword() {
				return environment.getProperty("spring.datasource.password", "");
			}

		};
	}

	private static String moduleOf(InjectionPoint point) {
		return ActiveModule.nameOf(point.getMember().getDeclaringClass());
	}

}
