package dev.cleave.platform.persistence;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Who connects, and where to.
record Login(String url, @Nullable String username, @Nullable String password) {

	static @Nullable Login of(@Nullable JdbcConnectionDetails details) {
		return (details != null) ? new Login(details.getJdbcUrl(), details.getUsername(), details.getPassword()) : null;
	}

	/// A source without a pool, for the few statements of preparing a schema.
	DriverManagerDataSource unpooled() {
		var source = new DriverManagerDataSource(this.url);
		source.setUsername(this.username);
		source.setPassword(this.password);
		return source;
	}

	Login at(String otherUrl) {
		return new Login(otherUrl, this.username, this.password);
	}

	@Override
	public String toString() {
		return "%s at %s".formatted(this.username, this.url);
	}

}
