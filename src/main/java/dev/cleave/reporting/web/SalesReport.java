package dev.cleave.reporting.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.platform.web.MoneyView;
import dev.cleave.reporting.projections.SalesFigure;
import org.jspecify.annotations.Nullable;

/// @param asOf everything that had happened by then is in the figures
record SalesReport(List<Row> rows, Total total, Instant asOf) {

	private static final SalesFigure NOTHING = new SalesFigure(null, 0, 0, 0, 0, 0, 0);

	static SalesReport of(List<SalesFigure> figures, String currency, Instant asOf) {
		var rows = figures.stream().map(figure -> Row.of(figure, currency)).toList();
		return new SalesReport(rows, Total.of(figures.stream().reduce(NOTHING, SalesReport::plus), currency), asOf);
	}

	private static SalesFigure plus(SalesFigure one, SalesFigure other) {
		return new SalesFigure(null, one.orders() + other.orders(), one.units() + other.units(),
				one.revenue() + other.revenue(), one.returnedUnits() + other.returnedUnits(),
				one.returned() + other.returned(), one.refunded() + other.refunded());
	}

	/// @param key a day, a month or a country; null where orders did not say the country
	/// @param revenue of all that was sold
	/// @param refunded money that was given back
	/// @param net revenue without the price of what came back
	record Row(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String key, long orders, long units,
			MoneyView revenue, Returns returns, MoneyView refunded, MoneyView net) {

		private static Row of(SalesFigure figure, String currency) {
			var total = Total.of(figure, currency);
			return new Row(figure.key(), total.orders(), total.units(), total.revenue(), total.returns(),
					total.refunded(), total.net());
		}

	}

	/// The sums of the rows.
	record Total(long orders, long units, MoneyView revenue, Returns returns, MoneyView refunded, MoneyView net) {

		private static Total of(SalesFigure figure, String currency) {
			return new Total(figure.orders(), figure.units(), new MoneyView(figure.revenue(), currency),
					Returns.of(figure.returnedUnits(), figure.returned(), currency),
					new MoneyView(figure.refunded(), currency),
					new MoneyView(figure.revenue() - figure.returned(), currency));
		}

	}

}
