package dev.cleave.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

import dev.cleave.platform.messaging.Freshness;
import dev.cleave.platform.web.CurrencyCode;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Problems;
import dev.cleave.reporting.projections.Period;
import dev.cleave.reporting.projections.RankingCustomers;
import dev.cleave.reporting.projections.RankingProducts;
import dev.cleave.reporting.projections.ReadingSales;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reports on orders that are confirmed and not called off since, by the day (UTC) on which they were placed.
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

	private static final int LATEST_YEAR = 9999;

	private final ReadingSales sales;

	private final RankingProducts products;

	private final RankingCustomers customers;

	private final Freshness freshness;

	private final ReportingSettings settings;

	ReportController(ReadingSales sales, RankingProducts products, RankingCustomers customers, Freshness freshness,
			ReportingSettings settings) {
		this.sales = sales;
		this.products = products;
		this.customers = customers;
		this.freshness = freshness;
		this.settings = settings;
	}

	@GetMapping("/sales")
	ResponseEntity<?> sales(@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
			@RequestParam(defaultValue = "day") @Pattern(regexp = "day|month|country") String by,
			@RequestParam(required = false) @Nullable @CurrencyCode String currency) {
		var grouping = ReadingSales.Grouping.valueOf(by.toUpperCase(Locale.ROOT));
		return report(from, to, currency,
				(period, asOf) -> SalesReport.of(this.sales.read(period, grouping), period.currency(), asOf));
	}

	@GetMapping("/top-products")
	ResponseEntity<?> topProducts(@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
			@RequestParam(defaultValue = "revenue") @Pattern(regexp = "revenue|units") String by,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable @CurrencyCode String currency) {
		var measure = RankingProducts.Measure.valueOf(by.toUpperCase(Locale.ROOT));
		return report(from, to, currency, (period, asOf) -> ProductReport.of(this.products.rank(period, measure, limit),
				period.currency(), asOf));
	}

	@GetMapping("/customers")
	ResponseEntity<?> customers(@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
			@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
			@RequestParam(required = false) @Nullable @CurrencyCode String currency) {
		return report(from, to, currency,
				(period, asOf) -> CustomerReport.of(this.customers.rank(period, limit), period.currency(), asOf));
	}

	/// The time is asked for first: the figures may be fresher than they say, never
	/// older.
	private ResponseEntity<?> report(LocalDate from, LocalDate to, @Nullable String currency,
			BiFunction<Period, Instant, Object> make) {
		var faults = faults(from, to);
		if (!faults.isEmpty()) {
			return Problems.invalid(faults);
		}
		var asOf = this.freshness.asOf("reporting.sales");
		var period = new Period(from, to, (currency != null) ? currency : this.settings.currency());
		return ResponseEntity.ok(make.apply(period, asOf));
	}

	private static List<Fault> faults(LocalDate from, LocalDate to) {
		var faults = new ArrayList<Fault>();
		Map.of("/from", from, "/to", to).forEach((pointer, day) -> {
			if (day.getYear() < 1 || day.getYear() > LATEST_YEAR) {
				faults.add(new Fault(pointer, "out-of-range", "must be in the years 1 to %d".formatted(LATEST_YEAR)));
			}
		});
		if (to.isBefore(from)) {
			faults.add(new Fault("/to", "before-from", "must not be before from"));
		}
		return faults;
	}

}
