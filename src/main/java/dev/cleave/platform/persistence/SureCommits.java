package dev.cleave.platform.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Connections that call no commit a success of which PostgreSQL is not sure. Whoever cancels a commit that waits for a
/// synchronous standby, such as an operator with `pg_cancel_backend`, makes PostgreSQL end the wait with a mere warning:
/// the standby may never get what was committed, and a failover would lose what was acknowledged. So a commit that comes
/// with a warning fails as one of which nobody knows what became.
///
/// @see <a href="https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION-HA">PostgreSQL on
/// synchronous replication</a>
final class SureCommits extends DelegatingDataSource {

	/// SQLSTATE `transaction_resolution_unknown`.
	private static final String UNKNOWN = "08007";

	SureCommits(DataSource target) {
		super(target);
	}

	@Override
	public Connection getConnection() throws SQLException {
		var connection = super.getConnection();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(_, method, arguments) -> {
					if (method.getName().equals("commit")) {
						commit(connection);
						return null;
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	private static void commit(Connection connection) throws SQLException {
		connection.clearWarnings();
		connection.commit();
		var warning = connection.getWarnings();
		if (warning != null) {
			throw new SQLException("Whether the standby has what was committed is not known", UNKNOWN, warning);
		}
	}

}
