package dev.cleave.platform.local;

import java.util.function.Supplier;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Leads Boot to the local PostgreSQL. Only the question for its address waits for the server.
record LocalJdbc(Supplier<String> url) implements JdbcConnectionDetails {

	static final String DATABASE = "cleave";

	@Override
	public String getJdbcUrl() {
		return this.url.get();
	}

	@Override
	public String getUsername() {
		return LocalPostgres.USER;
	}

	/// None: the server trusts every user of this machine.
	@Override
	public String getPassword() {
		return "";
	}

}
