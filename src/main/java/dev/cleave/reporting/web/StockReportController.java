package dev.cleave.reporting.web;

import java.util.List;

import dev.cleave.platform.messaging.Freshness;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import dev.cleave.reporting.projections.FindingLowStock;
import dev.cleave.reporting.projections.FindingLowStock.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Of what there is little.
@RestController
class StockReportController {

	private final FindingLowStock finding;

	private final Freshness freshness;

	StockReportController(FindingLowStock finding, Freshness freshness) {
		this.finding = finding;
		this.freshness = freshness;
	}

	/// The scarcest first: products with fewer than `below` available units or, without
	/// it, fewer than their own threshold.
	@GetMapping("/api/v1/reports/stock")
	StockReport stock(@RequestParam(required = false) @Nullable Long below, Paging paging) {
		var asOf = this.freshness.asOf("reporting.stock");
		var after = paging.after();
		var place = (after != null) ? new Place(Long.parseLong(after.getFirst()), after.getLast()) : null;
		var found = this.finding.find(below, place, paging.fetchSize());
		return StockReport.of(Page.of(found, paging, level -> List.of(level.available(), level.sku())), asOf);
	}

}
