package dev.cleave.reporting.web;

import java.time.Instant;
import java.util.List;

import dev.cleave.platform.web.MoneyView;
import dev.cleave.reporting.projections.ProductFigure;
import org.jspecify.annotations.Nullable;

/// @param asOf everything that had happened by then is in the figures
record ProductReport(List<Row> rows, Instant asOf) {

	static ProductReport of(List<ProductFigure> figures, String currency, Instant asOf) {
		return new ProductReport(figures.stream().map(figure -> Row.of(figure, currency)).toList(), asOf);
	}

	/// @param revenue of all that was sold
	/// @param net revenue without the price of what came back
	record Row(String sku, @Nullable String name, long units, MoneyView revenue, Returns returns, MoneyView net) {

		private static Row of(ProductFigure figure, String currency) {
			return new Row(figure.sku(), figure.name(), figure.units(), new MoneyView(figure.revenue(), currency),
					Returns.of(figure.returnedUnits(), figure.returned(), currency),
					new MoneyView(figure.revenue() - figure.returned(), currency));
		}

	}

}
