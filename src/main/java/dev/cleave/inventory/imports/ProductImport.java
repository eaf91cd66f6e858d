package dev.cleave.inventory.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.cleave.inventory.domain.ImportingProducts;
import dev.cleave.platform.messaging.LogPositions;
import dev.cleave.platform.persistence.Lane;
import dev.cleave.platform.web.ImportLine;
import dev.cleave.platform.web.ImportOutcome;
import dev.cleave.platform.web.ImportReport;
import dev.cleave.platform.web.NdjsonImport;

import org.springframework.stereotype.Component;

/// Takes a catalogue of any length in constant memory, a transaction for every few hundred products. It goes no faster
/// than the log can be put in order, so that news of stock never waits behind a whole catalogue.
@Component
public class ProductImport {

	private static final int CHUNK = 500;

	private final NdjsonImport lines;

	private final ImportingProducts importing;

	private final LogPositions positions;

	ProductImport(NdjsonImport lines, ImportingProducts importing, LogPositions positions) {
		this.lines = lines;
		this.importing = importing;
		this.positions = positions;
	}

	/// @param ndjson one product a line
	/// @param actor id of whoever brings it
	public ImportReport ndjson(InputStream ndjson, String actor) throws IOException {
		return this.lines.read(ndjson, ProductLine.class, CHUNK, chunk -> take(chunk, actor));
	}

	/// @param csv with a header that names its columns: `sku`, `name`, `price` (in minor
	/// units) and `currency`, and as
	/// you like `description`, `status`, `quantity`, `location` and
	/// `lowStockAt`
	public ImportReport csv(InputStream csv, String actor) throws IOException {
		return ndjson(new CsvAsNdjson(csv), actor);
	}

	private List<? extends ImportOutcome> take(List<ImportLine<ProductLine>> chunk, String actor) {
		var lines = chunk.stream().map(line -> line.value().line()).toList();
		var differences = Lane.BULK.call(() -> this.importing.take(lines, actor));
		this.positions.after("inventory");
		return differences.stream()
			.map(difference -> difference ? new ImportOutcome.Accepted() : new ImportOutcome.Unchanged())
			.toList();
	}

}
