package dev.cleave.reporting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.cleave.platform.web.CurrencyCode;
import dev.cleave.platform.web.Fault;
import dev.cleave.reporting.projections.exports.Question;
import dev.cleave.reporting.projections.exports.Report;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// A wish for a report as a file.
///
/// @param from first day; default the first there is
/// @param to first day that is not included; default after the last there is
/// @param by what the report itself takes
/// @param currency default that of reports; for order lines all
/// @param below of stock only: how many available units are enough; default what each product says itself
record ExportRequest(@NotNull String report, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String by,
		@Nullable @CurrencyCode String currency, @Nullable @Min(0) Long below) {

	/// What each report may be grouped or ranked by; the first is what it is by itself.
	private static final Map<Report, List<String>> BY = Map.of(Report.SALES, List.of("day", "month", "country"),
			Report.TOP_PRODUCTS, List.of("revenue", "units"), Report.CUSTOMERS, List.of(), Report.STOCK, List.of(),
			Report.ORDER_LINES, List.of());

	private static final int LATEST_YEAR = 9999;

	/// What makes no sense; nothing if it can be answered.
	List<Fault> faults() {
		var faults = new ArrayList<Fault>();
		var known = ExportView.reports();
		if (!known.containsKey(this.report)) {
			faults.add(new Fault("/report", "unknown", "must be one of " + String.join(", ", known.keySet())));
		}
		else if (this.by != null && !allowed().contains(this.by)) {
			faults.add(new Fault("/by", "unknown",
					allowed().isEmpty() ? "must be left out" : "must be one of " + String.join(", ", allowed())));
		}
		checkStock(faults);
		check("/from", this.from, faults);
		check("/to", this.to, faults);
		if (this.from != null && this.to != null && this.to.isBefore(this.from)) {
			faults.add(new Fault("/to", "before-from", "must not be before from"));
		}
		return faults;
	}

	Question question(String defaultCurrency) {
		var asked = asked();
		var by = (this.by != null || allowed().isEmpty()) ? this.by : allowed().getFirst();
		var currency = (this.currency != null || !addsUp(asked)) ? this.currency : defaultCurrency;
		return new Question(asked, this.from, this.to, by, currency, this.below);
	}

	private Report asked() {
		return Objects.requireNonNull(ExportView.reports().get(this.report));
	}

	private List<String> allowed() {
		return BY.getOrDefault(asked(), List.of());
	}

	/// Stock is that of now, and in pieces; everything else knows no limit.
	private void checkStock(List<Fault> faults) {
		var superfluous = new LinkedHashMap<String, @Nullable Object>();
		if ("stock".equals(this.report)) {
			superfluous.put("/from", this.from);
			superfluous.put("/to", this.to);
			superfluous.put("/currency", this.currency);
		}
		else {
			superfluous.put("/below", this.below);
		}
		superfluous.forEach((pointer, value) -> {
			if (value != null) {
				faults.add(new Fault(pointer, "superfluous", "must be left out"));
			}
		});
	}

	private static boolean addsUp(Report report) {
		return Set.of(Report.SALES, Report.TOP_PRODUCTS, Report.CUSTOMERS).contains(report);
	}

	private static void check(String pointer, @Nullable LocalDate day, List<Fault> faults) {
		if (day != null && (day.getYear() < 1 || day.getYear() > LATEST_YEAR)) {
			faults.add(new Fault(pointer, "out-of-range", "must be in the years 1 to %d".formatted(LATEST_YEAR)));
		}
	}

}
