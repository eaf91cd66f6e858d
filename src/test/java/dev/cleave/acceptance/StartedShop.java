package dev.cleave.acceptance;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.cleave.Cleave;
import dev.cleave.TestServers;
import dev.cleave.checker.Checker;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A shop in this JVM, on the tests' servers and empty databases.
final class StartedShop implements SystemUnderTest {

	private final ConfigurableApplicationContext context;

	private final Map<String, String> databases;

	private final Checker checker;

	private StartedShop(ConfigurableApplicationContext context, Map<String, String> databases) {
		this.context = context;
		this.databases = databases;
		this.checker = Checker.of(asAdministrator(databases));
	}

	static StartedShop start(Topology topology) {
		return start(topology.databases());
	}

	/// Starts a shop with some of its parts replaced by others that a test brings along.
	static StartedShop start(Map<String, String> databases, Class<?>... replacements) {
		return start(databases, List.of(), replacements);
	}

	/// Starts a shop that answers and leaves the event engine's work to other nodes.
	static StartedShop startIdle(Map<String, String> databases) {
		return start(databases, List.of("--cleave.messaging.enabled=false"));
	}

	/// @param more settings, in place of those that they repeat
	static StartedShop start(Map<String, String> databases, List<String> more, Class<?>... replacements) {
		var application = new SpringApplication(Cleave.class);
		application.addPrimarySources(List.of(replacements));
		var settings = settings(databases, more);
		settings.add("--server.port=0");
		var context = application.run(settings.toArray(String[]::new));
		return new StartedShop(context, databases);
	}

	/// The same addresses for somebody who may look into everything.
	static Map<String, String> asAdministrator(Map<String, String> databases) {
		var urls = new TreeMap<>(databases);
		urls.replaceAll((_, url) -> url + "?user=postgres");
		return urls;
	}

	/// What a process must be told to run on the tests' servers.
	static List<String> settings(Map<String, String> databases) {
		var settings = new ArrayList<>(
				List.of("--management.server.port=0", "--spring.datasource.url=" + databases.get("orders"),
						"--spring.datasource.username=postgres", "--spring.datasource.password=",
						"--spring.data.redis.host=127.0.0.1", "--spring.data.redis.port=" + TestServers.redisPort(),
						"--spring.data.redis.timeout=5s", "--cleave.security.sessions.noted-every=0s",
						"--cleave.pools.requests=6", "--cleave.web.requests.floor=256",
						"--cleave.security.callers.person-at-once=0", "--cleave.security.callers.person-per-second=0",
						"--cleave.inventory.tell-levels-every=50ms", "--cleave.payments.simulator=true",
						"--cleave.payments.simulator-delay=50ms", "--cleave.payments.simulator-lateness=1s"));
		databases.forEach((module, url) -> settings.add("--cleave.persistence." + module + ".url=" + url));
		return settings;
	}

	static List<String> settings(Map<String, String> databases, List<String> more) {
		var settings = settings(databases);
		more.forEach((setting) -> settings.removeIf((known) -> known.startsWith(setting.split("=", 2)[0] + "=")));
		settings.addAll(more);
		return settings;
	}

	@Override
	public List<URI> nodes() {
		return List.of(address("local.server.port"));
	}

	@Override
	public URI management() {
		return address("local.management.port");
	}

	@Override
	public Optional<Checker> checker() {
		return Optional.of(this.checker);
	}

	/// A part that a test brought along.
	<T> T part(Class<T> type) {
		return this.context.getBean(type);
	}

	/// All its parts of a type.
	<T> Collection<T> parts(Class<T> type) {
		return this.context.getBeansOfType(type).values();
	}

	/// The classes of all its parts.
	List<Class<?>> types() {
		return Stream.of(this.context.getBeanDefinitionNames())
			.<Class<?>>mapMulti(
					(name, found) -> Optional.ofNullable(this.context.getType(name, false)).ifPresent(found))
			.toList();
	}

	@Override
	public Optional<Tables> tables() {
		return Optional.of(new Tables(this.databases));
	}

	@Override
	public Optional<Ear> listen() {
		return Optional.of(new Eavesdropper());
	}

	private URI address(String portProperty) {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty(portProperty));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
