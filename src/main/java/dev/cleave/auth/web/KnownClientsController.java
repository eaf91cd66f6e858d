package dev.cleave.auth.web;

import java.time.Instant;
import java.util.List;

import dev.cleave.auth.domain.BrowsingClients;
import dev.cleave.auth.domain.ClientPlace;
import dev.cleave.auth.domain.ClientSheet;
import dev.cleave.auth.domain.KeepingClients;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows machine clients to administrators, who turn away those that are to come no more.
@RestController
@RequestMapping(AuthAccess.CLIENTS)
class KnownClientsController {

	private final BrowsingClients browsing;

	private final KeepingClients keeping;

	KnownClientsController(BrowsingClients browsing, KeepingClients keeping) {
		this.browsing = browsing;
		this.keeping = keeping;
	}

	@GetMapping
	Page<ClientView> list(Paging paging) {
		var after = paging.after();
		var place = (after != null) ? new ClientPlace(Instant.parse(after.getFirst()), after.getLast()) : null;
		var found = this.browsing.list(place, paging.fetchSize());
		return Page.of(found, paging, client -> List.of(client.createdAt(), client.clientId())).map(ClientView::of);
	}

	@GetMapping("/{id}")
	ResponseEntity<?> get(@PathVariable String id) {
		return this.browsing.find(id)
			.<ResponseEntity<?>>map(
					client -> ResponseEntity.ok().eTag(Versions.etag(client.version())).body(ClientView.of(client)))
			.orElseGet(KnownClientsController::notFound);
	}

	@DeleteMapping("/{id}")
	ResponseEntity<?> revoke(@PathVariable String id, IfMatch seen) {
		return this.keeping.revoke(id, version -> Versions.require(seen, version)) ? ResponseEntity.noContent().build()
				: notFound();
	}

	static ResponseEntity<ProblemDetail> notFound() {
		return Problems.notFound("There is no such client.");
	}

	record ClientView(String clientId, String name, List<String> scopes, Instant createdAt, @Nullable Instant expiresAt,
			@Nullable Instant formerSecretUntil, @Nullable Instant lastUsedAt, long version) {

		static ClientView of(ClientSheet client) {
			return new ClientView(client.clientId(), client.name(), client.scopes().stream().sorted().toList(),
					client.createdAt(), client.expiresAt(), client.formerSecretUntil(), client.lastUsedAt(),
					client.version());
		}

	}

}
