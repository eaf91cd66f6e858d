package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.cleave.inventory.events.ProductChanged;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes catalogues, many products at a time.
@Service
public class ImportingProducts {

	static final String OPENING = "opening";

	private final Catalogue catalogue;

	private final Ledger ledger;

	private final TouchedProducts touched;

	private final ApplicationEventPublisher events;

	ImportingProducts(Catalogue catalogue, Ledger ledger, TouchedProducts touched, ApplicationEventPublisher events) {
		this.catalogue = catalogue;
		this.ledger = ledger;
		this.touched = touched;
		this.events = events;
	}

	/// Takes the lines in the order given and tells of each whether it made a difference.
	/// Stock is booked in only for a
	/// product that is new, so that taking the same lines again changes nothing.
	@Transactional("inventory")
	public List<Boolean> take(List<CatalogueLine> lines, String actor) {
		var differences = new ArrayList<Boolean>();
		for (var run : runsOfDifferentProducts(lines)) {
			var versions = takeDifferent(run, actor);
			run.keySet().forEach(sku -> differences.add(versions.containsKey(sku)));
		}
		return differences;
	}

	/// Where a product comes again a new run begins, so that its lines count one after
	/// the other.
	private static List<Map<String, CatalogueLine>> runsOfDifferentProducts(List<CatalogueLine> lines) {
		var runs = new ArrayList<Map<String, CatalogueLine>>();
		Map<String, CatalogueLine> run = Map.of();
		for (var line : lines) {
			if (runs.isEmpty() || run.containsKey(line.offer().sku())) {
				run = new LinkedHashMap<>();
				runs.add(run);
			}
			run.put(line.offer().sku(), line);
		}
		return runs;
	}

	private Map<String, Long> takeDifferent(Map<String, CatalogueLine> lines, String actor) {
		var versions = this.catalogue.take(lines.values().stream().map(CatalogueLine::offer).toList());
		this.touched.afterCommit(versions.keySet());
		lines.values().stream().map(CatalogueLine::offer).forEach(offer -> {
			var version = versions.get(offer.sku());
			if (version != null) {
				this.events.publishEvent(new ProductChanged(offer.sku(), offer.name(), offer.price(), offer.currency(),
						offer.status() == ProductStatus.ACTIVE, version));
			}
		});
		var opening = lines.values()
			.stream()
			.filter(line -> versions.getOrDefault(line.offer().sku(), 0L) == 1 && line.openingQuantity() > 0)
			.collect(Collectors.toMap(CatalogueLine::shelf, CatalogueLine::openingQuantity));
		if (!opening.isEmpty()) {
			receive(opening, actor);
		}
		return versions;
	}

	private void receive(Map<Shelf, Long> quantities, String actor) {
		this.ledger.open(quantities.keySet());
		var book = this.ledger.lock(quantities.keySet().stream().map(Shelf::sku).toList());
		var voucher = new Voucher("opening stock", actor, OPENING);
		quantities.forEach((shelf, quantity) -> book.move(MovementType.RECEIVED, shelf, quantity, voucher));
		this.ledger.write(book);
	}

}
