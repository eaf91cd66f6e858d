package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Proves that stock is what the ledger says, for some shelves at a time as they are at one moment. A moment is kept open
/// no longer than some hundred thousand movements take, or those of one shelf, because the database can't tidy up meanwhile.
@Service
public class ProvingLedger {

	static final Shelf BEGINNING = new Shelf("", "");

	private static final int MOST_SHELVES = 500;

	private static final long ENOUGH_MOVEMENTS = 100_000;

	private final LedgerArchive archive;

	ProvingLedger(LedgerArchive archive) {
		this.archive = archive;
	}

	/// Proves the shelves that follow.
	/// @param after the last shelf of the part before, or [#BEGINNING]
	/// @return nothing while somebody else is proving
	@Transactional(transactionManager = "inventory", isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public Optional<ProvenPart> prove(Shelf after) {
		return this.archive.claim() ? Optional.of(proven(after)) : Optional.empty();
	}

	private ProvenPart proven(Shelf after) {
		var following = this.archive.shelves(after, MOST_SHELVES);
		var shelves = enough(following);
		var atEnd = shelves.size() == following.size() && shelves.size() < MOST_SHELVES;
		var last = atEnd ? null : shelves.getLast().shelf();
		var found = new ArrayList<Discrepancy>();
		var proofs = new LinkedHashMap<Shelf, ShelfProof>();
		shelves.forEach(state -> proofs.put(state.shelf(), new ShelfProof(state.shelf(), found::add)));
		var movements = new long[1];
		this.archive.movements(after, last, (row, hash) -> {
			proofs.computeIfAbsent(row.shelf(), shelf -> new ShelfProof(shelf, found::add)).follow(row, hash);
			movements[0]++;
		});
		var held = this.archive.held(after, last);
		held.keySet().forEach(shelf -> proofs.computeIfAbsent(shelf, one -> new ShelfProof(one, found::add)));
		var states = shelves.stream().collect(Collectors.toMap(ShelfState::shelf, Function.identity()));
		proofs.forEach((shelf, proof) -> proof.conclude(states.get(shelf), held.getOrDefault(shelf, Map.of())));
		return new ProvenPart(last, proofs.size(), movements[0], found);
	}

	/// So many of the shelves, at least one, as have movements for one part.
	private static List<ShelfState> enough(List<ShelfState> shelves) {
		var movements = 0L;
		for (int i = 0; i < shelves.size(); i++) {
			movements += shelves.get(i).sequence();
			if (movements >= ENOUGH_MOVEMENTS) {
				return shelves.subList(0, i + 1);
			}
		}
		return shelves;
	}

}
