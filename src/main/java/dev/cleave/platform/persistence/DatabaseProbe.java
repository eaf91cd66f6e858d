package dev.cleave.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one module's database every second whether it is there, over a connection of its own: pools that are merely
/// exhausted do not make a database look as if it was away.
final class DatabaseProbe implements Runnable {

	private static final Logger log = LoggerFactory.getLogger(DatabaseProbe.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final String module;

	private final DataSource database;

	private volatile long answeredAt = System.nanoTime();

	private @Nullable Connection connection;

	DatabaseProbe(String module, DataSource database) {
		this.module = module;
		this.database = database;
	}

	/// How long ago it last answered.
	Duration silence() {
		return Duration.ofNanos(System.nanoTime() - this.answeredAt);
	}

	/// It counts as there at first: the pools were just made.
	@Override
	public void run() {
		this.answeredAt = System.nanoTime();
		try {
			while (!Thread.currentThread().isInterrupted()) {
				ask();
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			hangUp();
		}
	}

	private void ask() {
		try {
			if (this.connection == null) {
				this.connection = this.database.getConnection();
			}
			try (var statement = this.connection.createStatement()) {
				statement.execute("SELECT 1");
			}
			this.answeredAt = System.nanoTime();
		}
		catch (SQLException ex) {
			log.debug("The database of {} does not answer", this.module, ex);
			hangUp();
		}
	}

	private void hangUp() {
		try (var ended = this.connection) {
			this.connection = null;
		}
		catch (SQLException ex) {
			log.debug("A connection to the database of {} ended badly", this.module, ex);
		}
	}

}
