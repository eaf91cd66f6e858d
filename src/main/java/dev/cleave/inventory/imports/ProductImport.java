package dev.cleave.inventory.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.cleave.inventory.domain.ImportingProducts;
import dev.cleave.platform.persistence.Lane;
import dev.cleave.platform.web.ImportLine;
import dev.cleave.platform.web.ImportOutcome;
import dev.cleave.platform.web.ImportReport;
import dev.cleave.platform.web.NdjsonImport;

import org.springframework.stereotype.Component;

/// Takes a catalogue of any length in constant memory, a transaction for every few hundred products.
@Component
public class ProductImport {

	private static final int CHUNK = 500;

	private final NdjsonImport lines;

	private final ImportingProducts importing;

	ProductImport(NdjsonImport lines, ImportingProducts importing) {
		this.lines = lines;
		this.importing = importing;
	}

	/// @param ndjson one product a line
	/// @param actor id of whoever brings it
	public ImportReport ndjson(InputStream ndjson, String actor) throws IOException {
		return this.lines.read(ndjson, ProductLine.class, CHUNK, chunk -> take(chunk, actor));
	}

	/// @param csv with a header that names its columns: `sku`, `name`, `price` (in minor
	/// units) and `currency`, and as
	/// you like `description`, `status` and `quantity`
	public ImportReport csv(InputStream csv, String actor) throws IOException {
		return ndjson(new CsvAsNdjson(csv), actor);
	}

	private List<? extends ImportOutcome> take(List<ImportLine<ProductLine>> chunk, String actor) {
		var lines = chunk.stream().map(line -> line.value().line()).toList();
		return Lane.BULK.call(() -> this.importing.take(lines, actor))
			.stream()
			.map(difference -> difference ? new ImportOutcome.Accepted() : new ImportOutcome.Unchanged())
			.toList();
	}

}
