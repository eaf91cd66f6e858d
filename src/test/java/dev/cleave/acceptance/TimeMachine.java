package dev.cleave.acceptance;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// Lets deadlines pass without waiting for them. They are judged by the database's clock, which cannot be turned: so they
/// are moved into the past, behind the shop's back.
///
/// @param url of the database of orders, for somebody who may do that
record TimeMachine(String url) {

	private static final Duration EXPIRY = Duration.ofSeconds(20);

	/// Ends the order's time, if it has a deadline where it stands.
	void runOut(Tale tale) {
		try (var connection = DriverManager.getConnection(this.url); var update = connection.prepareStatement("""
				UPDATE orders.orders SET due_at = now() - interval '1 second'
				WHERE id = ?::uuid AND due_at IS NOT NULL RETURNING status
				""")) {
			update.setString(1, tale.placed().id());
			// What happens to the order in the same moment is told by it.
			tale.hurry(false);
			try (var results = update.executeQuery()) {
				if (results.next() && results.getString(1).equals("CONFIRMED")) {
					tale.hurry(true);
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The time of " + tale.placed().id() + " can't be ended", ex);
		}
	}

	/// Waits until no order is left whose time has run out.
	void awaitExpiries() {
		Eventually.within(EXPIRY, () -> {
			try (var connection = DriverManager.getConnection(this.url);
					var statement = connection.createStatement();
					var results = statement
						.executeQuery("SELECT id FROM orders.orders WHERE due_at <= now() LIMIT 1")) {
				if (results.next()) {
					throw new AssertionError("The time of order " + results.getString(1) + " has run out, unheeded");
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	static void pause() {
		try {
			Thread.sleep(15);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
