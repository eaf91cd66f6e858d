package dev.cleave.inventory.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import dev.cleave.inventory.domain.LedgerEntry;
import dev.cleave.inventory.domain.ReadingStock;
import dev.cleave.inventory.domain.StockFigures;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import dev.cleave.platform.web.ProblemException;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock/{sku}")
class StockController {

	private final ReadingStock reading;

	StockController(ReadingStock reading) {
		this.reading = reading;
	}

	@GetMapping
	ResponseEntity<?> stock(@PathVariable String sku, @RequestParam(required = false) @Nullable String at) {
		var stock = figures(sku, at).orElse(null);
		return (stock == null) ? Problems.notFound("There is no such product.")
				: ResponseEntity.ok().eTag(Versions.etag(stock.version())).body(StockView.of(stock));
	}

	@GetMapping("/movements")
	ResponseEntity<?> movements(@PathVariable String sku, Paging paging) {
		var after = paging.after();
		var entries = ((after == null) ? this.reading.entries(sku, null, 0, paging.fetchSize())
				: this.reading.entries(sku, after.get(0), Long.parseLong(after.get(1)), paging.fetchSize()))
			.orElse(null);
		return (entries == null) ? Problems.notFound("There is no such product.")
				: ResponseEntity.ok(Page.of(entries, paging, StockController::position).map(MovementView::of));
	}

	private Optional<StockFigures> figures(String sku, @Nullable String at) {
		return (at == null) ? this.reading.now(sku) : this.reading.at(sku, moment(at));
	}

	private static List<Object> position(LedgerEntry entry) {
		return List.of(entry.location(), entry.sequence());
	}

	private static Instant moment(String text) {
		try {
			var moment = OffsetDateTime.parse(text);
			if (moment.getYear() < 1 || moment.getYear() > 9999) {
				throw new DateTimeException("The database has no year %d".formatted(moment.getYear()));
			}
			return moment.toInstant();
		}
		catch (DateTimeException ex) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "parameter-invalid",
					"The parameter 'at' is a moment like 2026-01-31T12:00:00Z.");
		}
	}

}
