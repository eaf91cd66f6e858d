package dev.cleave.platform.persistence;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.cleave.TestServers;
import dev.cleave.platform.local.LocalServers;
import dev.cleave.platform.local.LocalSettings;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A PostgreSQL cluster of its own in which nobody but the administrator is trusted without a password.
final class Cluster implements AutoCloseable {

	private static final String TRUST = """
			host all postgres 127.0.0.1/32 trust
			host all all 127.0.0.1/32 scram-sha-256
			""";

	private final LocalServers servers;

	private final String url;

	private final JdbcTemplate admin;

	Cluster(Path folder) throws Exception {
		this.servers = LocalServers.open(LocalSettings.throwaway(folder, TestServers.programs()));
		this.url = this.servers.postgres().jdbcUrl("shop");
		this.admin = new JdbcTemplate(new DriverManagerDataSource(this.url, "postgres", ""));
		Files.writeString(Path.of(this.admin.queryForObject("SHOW hba_file", String.class)), TRUST);
		this.admin.queryForObject("SELECT pg_reload_conf()", Boolean.class);
	}

	String url() {
		return this.url;
	}

	JdbcTemplate admin() {
		return this.admin;
	}

	@Override
	public void close() {
		this.servers.close();
	}

}
