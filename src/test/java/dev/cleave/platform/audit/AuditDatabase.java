package dev.cleave.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.cleave.TestServers;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// An empty database with the tables of one audit trail, and all rights in it.
public final class AuditDatabase {

	private final DriverManagerDataSource source = new DriverManagerDataSource(TestServers.freshDatabase(), "postgres",
			"");

	AuditDatabase() {
		migrate(this.source);
	}

	/// Makes an audit trail in another one's database.
	public static AuditTrail add(DataSource source) {
		migrate(source);
		return trail(JdbcClient.create(source), new Ration(1, 1, Clock.systemUTC()));
	}

	private static void migrate(DataSource source) {
		try {
			new JdbcTemplate(source).execute(new ClassPathResource("db/migration/platform/V0_7__audit.sql")
				.getContentAsString(StandardCharsets.UTF_8)
				.replace("${runtime}", "PUBLIC"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JdbcClient jdbc() {
		return JdbcClient.create(this.source);
	}

	TransactionTemplate transactions() {
		return new TransactionTemplate(new DataSourceTransactionManager(this.source));
	}

	AuditTrail trail(Ration ration) {
		return trail(jdbc(), ration);
	}

	private static AuditTrail trail(JdbcClient jdbc, Ration ration) {
		return new AuditTrail(new AuditTable(jdbc), new Onlooker(), new Rations(ration, ration));
	}

	List<Map<String, @Nullable Object>> entries() {
		return jdbc().sql("SELECT * FROM audit_entry ORDER BY id").query().listOfRows();
	}

	private static final class Onlooker implements Witness {

		@Override
		public Actor actor() {
			return Actor.account("ada");
		}

		@Override
		public String address() {
			return "192.0.2.7";
		}

	}

}
