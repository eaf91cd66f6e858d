package dev.cleave.reporting.projections.exports;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.cleave.reporting.projections.ReadingSales;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Sales by day, month or country, which are few rows.
@Component
class SalesFigures implements Source {

	private final ReadingSales sales;

	SalesFigures(ReadingSales sales) {
		this.sales = sales;
	}

	@Override
	public Report report() {
		return Report.SALES;
	}

	@Override
	public List<String> columns(Question question) {
		return List.of(Objects.requireNonNull(question.by()), "orders", "units", "revenue", "returned_units",
				"returned", "refunded", "net", "currency");
	}

	@Override
	public long steps(Question question) {
		return 0;
	}

	@Override
	public Stretch write(Question question, @Nullable List<String> after, int atMost, PartWriter file) {
		var period = question.period();
		var by = ReadingSales.Grouping.valueOf(Objects.requireNonNull(question.by()).toUpperCase(Locale.ROOT));
		this.sales.read(period, by)
			.forEach(figure -> file.row(figure.key(), figure.orders(), figure.units(), figure.revenue(),
					figure.returnedUnits(), figure.returned(), figure.refunded(), figure.revenue() - figure.returned(),
					period.currency()));
		return Stretch.WHOLE;
	}

}
