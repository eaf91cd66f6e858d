package dev.cleave.reporting.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.platform.web.MoneyView;
import dev.cleave.reporting.projections.SalesFigure;
import org.jspecify.annotations.Nullable;

/// @param asOf everything that had happened by then is in the figures
record SalesReport(List<Row> rows, Total total, Instant asOf) {

	static SalesReport of(List<SalesFigure> figures, String currency, Instant asOf) {
		var rows = figures.stream().map(figure -> Row.of(figure, currency)).toList();
		var orders = figures.stream().mapToLong(SalesFigure::orders).sum();
		var units = figures.stream().mapToLong(SalesFigure::units).sum();
		var revenue = figures.stream().mapToLong(SalesFigure::revenue).sum();
		return new SalesReport(rows, new Total(orders, units, new MoneyView(revenue, currency)), asOf);
	}

	/// @param key a day, a month or a country; null where orders did not say the country
	record Row(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String key, long orders, long units,
			MoneyView revenue) {

		private static Row of(SalesFigure figure, String currency) {
			return new Row(figure.key(), figure.orders(), figure.units(), new MoneyView(figure.revenue(), currency));
		}

	}

	record Total(long orders, long units, MoneyView revenue) {
	}

}
