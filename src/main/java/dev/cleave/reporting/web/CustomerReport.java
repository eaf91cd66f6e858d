package dev.cleave.reporting.web;

import java.time.Instant;
import java.util.List;

import dev.cleave.platform.web.MoneyView;
import dev.cleave.reporting.projections.CustomerFigure;

/// @param asOf everything that had happened by then is in the figures
record CustomerReport(List<Row> rows, Instant asOf) {

	static CustomerReport of(List<CustomerFigure> figures, String currency, Instant asOf) {
		return new CustomerReport(figures.stream().map(figure -> Row.of(figure, currency)).toList(), asOf);
	}

	/// @param revenue of all that was sold
	/// @param refunded money that was given back
	/// @param net revenue without the price of what came back
	record Row(String customer, long orders, MoneyView revenue, Returns returns, MoneyView refunded, MoneyView net) {

		private static Row of(CustomerFigure figure, String currency) {
			return new Row(figure.customer(), figure.orders(), new MoneyView(figure.revenue(), currency),
					Returns.of(figure.returnedUnits(), figure.returned(), currency),
					new MoneyView(figure.refunded(), currency),
					new MoneyView(figure.revenue() - figure.returned(), currency));
		}

	}

}
