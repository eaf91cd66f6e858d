package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import dev.cleave.platform.persistence.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// Goes through the whole ledger, part by part, and says what does not add up. It changes nothing: what is wrong is for
/// people to look at.
@Component
public class VerifyingLedger {

	private static final Logger log = LoggerFactory.getLogger(VerifyingLedger.class);

	private final ProvingLedger proving;

	private final LedgerVerdicts verdicts;

	VerifyingLedger(ProvingLedger proving, LedgerVerdicts verdicts) {
		this.proving = proving;
		this.verdicts = verdicts;
	}

	/// The last verdict, by whichever node; nothing before the first.
	public Optional<LedgerVerdict> last() {
		return Lane.BULK.call(this.verdicts::last);
	}

	/// Takes as long as it takes: some seconds for a million movements.
	/// @return nothing when another node is at it
	public Optional<LedgerVerdict> verify() {
		return verify(() -> true);
	}

	/// @param goOn is asked after each part
	/// @return nothing when another node is at it, or it was not to go on
	Optional<LedgerVerdict> verify(BooleanSupplier goOn) {
		return Lane.BULK.call(() -> verdict(goOn));
	}

	private Optional<LedgerVerdict> verdict(BooleanSupplier goOn) {
		var startedAt = this.verdicts.now();
		var first = new ArrayList<Discrepancy>();
		var shelves = 0L;
		var movements = 0L;
		var discrepancies = 0L;
		@Nullable Shelf after = ProvingLedger.BEGINNING;
		while (after != null) {
			var part = goOn.getAsBoolean() ? this.proving.prove(after).orElse(null) : null;
			if (part == null) {
				return Optional.empty();
			}
			shelves += part.shelves();
			movements += part.movements();
			discrepancies += part.found().size();
			part.found().stream().limit(LedgerVerdict.KEPT - first.size()).forEach(first::add);
			after = part.last();
		}
		var verdict = this.verdicts.keep(startedAt, shelves, movements, discrepancies, first);
		report(verdict);
		return Optional.of(verdict);
	}

	private static void report(LedgerVerdict verdict) {
		if (verdict.isClean()) {
			log.debug("The ledger adds up: {} movements of {} shelves", verdict.movements(), verdict.shelves());
			return;
		}
		var one = verdict.first().getFirst();
		log.error(
				"The ledger does not add up: {} discrepancies, the first at SKU {}, location {}, sequence {}: {}. See /actuator/ledger",
				verdict.discrepancies(), one.sku(), one.location(), one.sequence(), one.what());
	}

}
