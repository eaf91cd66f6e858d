package dev.cleave.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.cleave.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A shop as it stands behind a proxy with TLS and is guarded in production, with a Redis to itself that comes and goes.
/// It is started once for all who ask for it.
final class GuardedShop implements AutoCloseable {

	static final String COOKIE = "__Host-SESSION";

	static final String DEVICE = "__Host-DEVICE";

	static final String PROXY = "127.0.0.2";

	static final int ADDRESS_FAILURES = 30;

	private static final int DATABASE = 9;

	private static final List<String> SETTINGS = List.of("--spring.data.redis.database=" + DATABASE,
			"--cleave.pools.workers=4", "--cleave.security.secure-cookies=true",
			"--cleave.security.trusted-proxies=192.0.2.0/24," + PROXY,
			"--cleave.auth.throttle.address-failures=" + ADDRESS_FAILURES);

	private final Map<String, String> databases = Topology.ONE_DATABASE.databases();

	private final Line line = new Line(TestServers.redisPort());

	private final RedisClient client = RedisClient.create(
			RedisURI.builder().withHost("127.0.0.1").withPort(TestServers.redisPort()).withDatabase(DATABASE).build());

	private final StatefulRedisConnection<String, byte[]> connection = this.client
		.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));

	private final Shop shop;

	private GuardedShop() {
		redis().flushdb();
		var settings = new ArrayList<>(SETTINGS);
		settings.add("--spring.data.redis.port=" + this.line.port());
		this.shop = new Shop(StartedShop.start(this.databases, settings));
	}

	Shop shop() {
		return this.shop;
	}

	Line line() {
		return this.line;
	}

	/// What it keeps in Redis, past the line.
	RedisCommands<String, byte[]> redis() {
		return this.connection.sync();
	}

	/// Another node of it.
	ShopProcess process() {
		var settings = StartedShop.settings(this.databases, SETTINGS);
		settings.add("--cleave.messaging.enabled=false");
		return new ShopProcess("guarded", settings);
	}

	/// Somebody who has an account.
	String registered() {
		var email = Shop.unique("ada") + "@example.org";
		this.shop.register(email);
		return email;
	}

	Visitor signedIn(String email) {
		return this.shop.stranger().signIn(email, Shop.password());
	}

	/// Somebody who has nothing but this session cookie.
	Visitor holder(String cookie) {
		var holder = this.shop.stranger();
		holder.cookies().put(COOKIE, cookie);
		return holder;
	}

	static Answer attempt(Visitor who, String email, String password) {
		return who.post("/auth/session")
			.without("Idempotency-Key")
			.json(Map.of("email", email, "password", password))
			.onceAtAll();
	}

	/// Where a session stands in Redis.
	static String keyOf(Visitor visitor) {
		return "spring:session:sessions:" + idOf(visitor.cookies().get(COOKIE));
	}

	static String idOf(String cookie) {
		return new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8).split("\\.")[0];
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.shop.close();
		this.line.close();
		this.connection.close();
		this.client.shutdown();
	}

	/// Hands it to tests.
	static final class Keeper implements ParameterResolver {

		private static final Namespace NAMESPACE = Namespace.create(GuardedShop.class);

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == GuardedShop.class;
		}

		@Override
		public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
			return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
				.computeIfAbsent("shop", (_) -> new GuardedShop(), GuardedShop.class);
		}

	}

}
