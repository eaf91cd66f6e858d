package dev.cleave.platform.local;

import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/// Starts the servers that nothing else provides. It does so before the first bean exists, so that they come up while
/// the context is being built; whoever needs one waits for it when asking for its address.
final class LocalServersInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

	private static final List<String> DATABASE = List.of("spring.datasource.url");

	private static final List<String> REDIS = List.of("spring.data.redis.url", "spring.data.redis.host",
			"spring.data.redis.cluster.nodes", "spring.data.redis.sentinel.nodes",
			"spring.data.redis.masterreplica.nodes");

	@Override
	public void initialize(GenericApplicationContext context) {
		var binder = Binder.get(context.getEnvironment());
		var settings = binder.bindOrCreate("cleave.local", LocalSettings.class);
		var postgres = settings.postgres().starts(configured(binder, DATABASE));
		var redis = settings.redis().starts(configured(binder, REDIS));
		var carriesPostgres = carries(context, LocalPostgres.REQUIRED_CLASS);
		var carriesRedis = carries(context, RedisProgram.REQUIRED_CLASS);
		var beans = context.getDefaultListableBeanFactory();

		// A jar without the servers has no use for a data folder: its file system may be
		// read-only.
		var servers = SingletonSupplier.of(() -> open(settings, beans));
		if (postgres && carriesPostgres) {
			servers.obtain().beginPostgres();
		}
		if (redis && carriesRedis) {
			servers.obtain().beginRedis();
		}
		if (postgres && (carriesPostgres || !hasOwnDatabases(binder))) {
			beans.registerSingleton("localJdbcConnectionDetails", new LocalJdbc(SingletonSupplier.of(() -> {
				require(carriesPostgres, LocalServerException.noDatabase());
				return servers.obtain().postgres().jdbcUrl(LocalJdbc.DATABASE);
			})));
		}
		if (redis) {
			beans.registerSingleton("localRedisConnectionDetails", new LocalRedisAddress(() -> {
				require(carriesRedis, LocalServerException.noRedis());
				return servers.obtain().redis().port();
			}));
		}
	}

	private static boolean configured(Binder binder, List<String> names) {
		return names.stream().anyMatch(name -> binder.bind(name, Bindable.of(Object.class)).isBound());
	}

	/// Whether modules have databases of their own: a process that runs no others needs
	/// none in common.
	private static boolean hasOwnDatabases(Binder binder) {
		return binder.bind("cleave.persistence", Bindable.mapOf(String.class, String.class))
			.orElseGet(Map::of)
			.keySet()
			.stream()
			.anyMatch(name -> name.endsWith(".url"));
	}

	private static boolean carries(ConfigurableApplicationContext context, String name) {
		return ClassUtils.isPresent(name, context.getClassLoader());
	}

	private static void require(boolean carried, LocalServerException otherwise) {
		if (!carried) {
			throw otherwise;
		}
	}

	/// The first disposable bean to be registered is the last to be destroyed: the pools
	/// are gone before their server. A context that fails before its refresh destroys no
	/// bean, hence the second call when the process ends.
	private static LocalServers open(LocalSettings settings, DefaultListableBeanFactory beans) {
		var servers = LocalServers.open(settings);
		beans.registerDisposableBean("localServers", (DisposableBean) servers::close);
		SpringApplication.getShutdownHandlers().add(servers::close);
		return servers;
	}

}
