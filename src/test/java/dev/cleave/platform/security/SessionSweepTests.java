package dev.cleave.platform.security;

import java.time.Duration;
import java.util.UUID;

import dev.cleave.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class SessionSweepTests {

	private final LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1",
			TestServers.redisPort());

	private final String name = UUID.randomUUID().toString();

	private StringRedisTemplate redis;

	@BeforeEach
	void connect() {
		this.connections.afterPropertiesSet();
		this.connections.start();
		this.redis = new StringRedisTemplate(this.connections);
	}

	@AfterEach
	void disconnect() {
		this.connections.destroy();
	}

	@Test
	void givesAnEndToWhatHasNoneAndToNothingElse() {
		var endless = "spring:session:sessions:" + this.name;
		var index = "cleave:sessions-by-age:" + this.name;
		var another = "something:else:" + this.name;
		var ending = "spring:session:sessions:ending-" + this.name;
		this.redis.opsForHash().put(endless, "lastAccessedTime", "1");
		this.redis.opsForZSet().add(index, "one", 1);
		this.redis.opsForValue().set(another, "stays");
		this.redis.opsForValue().set(ending, "soon", Duration.ofMinutes(3));

		new SessionSweep(this.redis).sweep();

		assertThat(this.redis.getExpire(endless)).isBetween(86_000L, 86_400L);
		assertThat(this.redis.getExpire(index)).isBetween(86_000L, 86_400L);
		assertThat(this.redis.getExpire(another)).isEqualTo(-1);
		assertThat(this.redis.getExpire(ending)).isBetween(1L, 180L);
		this.redis.delete(another);
	}

}
