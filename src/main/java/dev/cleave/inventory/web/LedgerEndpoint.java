package dev.cleave.inventory.web;

import dev.cleave.inventory.domain.LedgerVerdict;
import dev.cleave.inventory.domain.VerifyingLedger;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/// `/actuator/ledger`: what the last verification of the ledger found; `POST` verifies it now and answers when that is
/// done. That changes nothing, so whoever reaches the port may. There is nothing (404, 204) before the first verification,
/// and while another node is at it.
@Component
@Endpoint(id = "ledger")
class LedgerEndpoint {

	private final VerifyingLedger verifying;

	LedgerEndpoint(VerifyingLedger verifying) {
		this.verifying = verifying;
	}

	@ReadOperation
	@Nullable LedgerVerdict last() {
		return this.verifying.last().orElse(null);
	}

	@WriteOperation
	@Nullable LedgerVerdict verify() {
		return this.verifying.verify().orElse(null);
	}

}
