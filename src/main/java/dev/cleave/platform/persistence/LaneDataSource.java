package dev.cleave.platform.persistence;

import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/// A module's connections: one pool for each [Lane]. The pools are the bulkhead between modules and between kinds of
/// work; how long a statement may run or a transaction stand idle is a property of the lane.
///
/// Whoever waits for somebody waits longer than that one does, so that each failure is told by whoever knows most of it:
/// for requests it is 1 s for a connection, 3 s for a lock, 5 s for a statement, 10 s for a transaction that stands idle
/// or a database that says nothing, 30 s for an answer in the server, 40 s in the gateway.
///
/// The pool for requests is filled while the process starts and stays full: to connect costs more than most requests,
/// and the first callers would pay for it.
public final class LaneDataSource extends AbstractRoutingDataSource implements AutoCloseable {

	/// Short statements are planned once for each connection, as planning would take half
	/// of their time, and find their rows by an index. A plan made for an empty table is
	/// kept after it has grown, and would else read it from end to end. Where that is the
	/// only way it counts as so dear that PostgreSQL would compile the statement.
	private static final String SHORT = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off ";

	/// What takes long is planned for what it is asked for.
	private static final String LONG = "-c plan_cache_mode=force_custom_plan ";

	/// The detail of an error quotes the row or the key that it is about, whosoever they
	/// are. What went wrong is said without it, so that it never gets into a log.
	private static final String LOG_DETAIL = "false";

	private final Map<Lane, HikariDataSource> pools = new EnumMap<>(Lane.class);

	private final Login login;

	LaneDataSource(String module, Login login, DatabaseSettings.Pools sizes) {
		this.login = login;
		this.pools.put(Lane.REQUESTS, pool(module, login, Lane.REQUESTS, sizes.requests(), 1_000, 10,
				"-c statement_timeout=5000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=10000"));
		this.pools.put(Lane.WORKERS, pool(module, login, Lane.WORKERS, sizes.workers(), 10_000, 45,
				"-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=15000"));
		this.pools.put(Lane.BULK, pool(module, login, Lane.BULK, sizes.bulk(), 30_000, 150,
				"-c statement_timeout=120000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000"));
		setTargetDataSources(Map.copyOf(this.pools));
		afterPropertiesSet();
	}

	@Override
	protected Lane determineCurrentLookupKey() {
		return Lane.current();
	}

	/// Single connections past the pools, which give up soon: for asking whether the
	/// database is there.
	DataSource aside() {
		var source = this.login.unpooled();
		var impatient = new Properties();
		impatient.putAll(Map.of("ApplicationName", "cleave-probe", "connectTimeout", "2", "socketTimeout", "2"));
		source.setConnectionProperties(impatient);
		return source;
	}

	@Override
	public void close() {
		this.pools.values().forEach(HikariDataSource::close);
	}

	/// @param silenceSeconds after which a database that says nothing is given up; it
	/// ends
	/// statements itself before that, if it is at work at all
	private static HikariDataSource pool(String module, Login login, Lane lane, int size, long patienceMillis,
			int silenceSeconds, String timeouts) {
		var config = new HikariConfig();
		config.setPoolName("%s-%s".formatted(module, lane.name().toLowerCase(java.util.Locale.ROOT)));
		config.setMaximumPoolSize(size);
		config.setMinimumIdle((lane == Lane.REQUESTS) ? size : 1);
		config.setConnectionTimeout(patienceMillis);
		config.setValidationTimeout(Math.min(patienceMillis / 2, 5_000));
		config.setInitializationFailTimeout((lane == Lane.REQUESTS) ? 10_000 : -1);
		var properties = new Properties();
		properties.putAll(Map.of("currentSchema", module, "ApplicationName", "cleave-" + config.getPoolName(),
				"options", ((lane == Lane.BULK) ? LONG : SHORT) + timeouts, "logServerErrorDetail", LOG_DETAIL,
				"reWriteBatchedInserts", "true", "tcpKeepAlive", "true", "connectTimeout", "5", "socketTimeout",
				Integer.toString(silenceSeconds)));
		var source = login.unpooled();
		source.setConnectionProperties(properties);
		config.setDataSource(new SureCommits(source));
		return new HikariDataSource(config);
	}

}
