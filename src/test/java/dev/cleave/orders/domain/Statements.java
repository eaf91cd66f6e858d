package dev.cleave.orders.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/// Listens to the JDBC driver: every statement it sends to the server for the calling thread, each element of a batch and
/// the transaction's own `BEGIN` and `COMMIT` included.
final class Statements extends Handler implements AutoCloseable {

	private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

	private static final Pattern SENT = Pattern.compile(" FE=> (Execute|SimpleQuery)\\(.*", Pattern.DOTALL);

	private final Thread listener = Thread.currentThread();

	private final List<String> sent = new ArrayList<>();

	private Statements() {
		setLevel(Level.ALL);
	}

	static int sentBy(Runnable work) {
		try (var statements = new Statements()) {
			DRIVER.addHandler(statements);
			DRIVER.setUseParentHandlers(false);
			DRIVER.setLevel(Level.FINEST);
			work.run();
			return statements.sent.size();
		}
	}

	@Override
	public void publish(LogRecord entry) {
		if (Thread.currentThread() == this.listener && SENT.matcher(entry.getMessage()).matches()) {
			this.sent.add(entry.getMessage());
		}
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
		DRIVER.setLevel(null);
		DRIVER.setUseParentHandlers(true);
		DRIVER.removeHandler(this);
	}

}
