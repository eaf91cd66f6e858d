package dev.cleave;

import java.net.InetAddress;
import java.net.Socket;
import java.sql.DriverManager;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestServersTests {

	@Test
	void giveEveryoneADatabaseOfTheirOwn() throws Exception {
		var one = TestServers.freshDatabase();
		var other = TestServers.freshDatabase();

		assertThat(one).isNotEqualTo(other);
		try (var connection = DriverManager.getConnection(one, "postgres", "")) {
			assertThat(connection.isValid(1)).isTrue();
		}
	}

	@Test
	void shareADatabaseByName() {
		assertThat(TestServers.jdbcUrl("shared")).isEqualTo(TestServers.jdbcUrl("shared"));
	}

	@Test
	void listenForRedis() throws Exception {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), TestServers.redisPort())) {
			assertThat(socket.isConnected()).isTrue();
		}
	}

}
