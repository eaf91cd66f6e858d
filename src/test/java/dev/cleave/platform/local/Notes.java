package dev.cleave.platform.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;

import dev.cleave.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;

/// A word kept in both servers.
final class Notes {

	private Notes() {
	}

	static LocalSettings settings(Path folder) {
		return new LocalSettings(LocalSettings.Choice.ON, LocalSettings.Choice.ON, folder, TestServers.programs(),
				true);
	}

	static void write(LocalServers servers, String word) {
		try (var connection = connect(servers); var statement = connection.createStatement()) {
			statement.execute("CREATE TABLE notes (word text)");
			statement.execute("INSERT INTO notes VALUES ('" + word + "')");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		redis(servers, commands -> commands.set("note", word));
	}

	static String inPostgres(LocalServers servers) {
		return ask(servers, "SELECT word FROM notes");
	}

	static String inRedis(LocalServers servers) {
		return redis(servers, commands -> commands.get("note"));
	}

	static String ask(LocalServers servers, String question) {
		try (var connection = connect(servers);
				var statement = connection.createStatement();
				var rows = statement.executeQuery(question)) {
			return rows.next() ? rows.getString(1) : "nothing";
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Connection connect(LocalServers servers) throws SQLException {
		return DriverManager.getConnection(servers.postgres().jdbcUrl("notes"), LocalPostgres.USER, "");
	}

	private static <T> T redis(LocalServers servers, Function<RedisCommands<String, String>, T> work) {
		try (var client = RedisClient.create("redis://127.0.0.1:" + servers.redis().port());
				var connection = client.connect()) {
			return work.apply(connection.sync());
		}
	}

}
