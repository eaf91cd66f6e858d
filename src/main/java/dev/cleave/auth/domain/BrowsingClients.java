package dev.cleave.auth.domain;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/// Shows machine clients to those who keep them, and to the token endpoint.
@Service
public class BrowsingClients {

	private final ClientSheets sheets;

	BrowsingClients(ClientSheets sheets) {
		this.sheets = sheets;
	}

	public Optional<ClientSheet> find(String clientId) {
		return this.sheets.find(clientId);
	}

	/// The youngest first.
	///
	/// @param before the last one shown, or null
	public List<ClientSheet> list(@Nullable ClientPlace before, int limit) {
		return this.sheets.list(before, limit);
	}

	/// Who may get a token; empty for one that is unknown, revoked or expired.
	public Optional<Machine> machine(String clientId) {
		return this.sheets.machine(clientId);
	}

}
