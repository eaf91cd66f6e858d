package dev.cleave.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetailReturnsTests {

	private final List<RetailLine> lines = List.of(line("C0", "cup", -9, "2010-12-01", 100, "1"),
			line("1", "cup", 5, "2010-12-02", 100, "1"), line("1", "pot", 1, "2010-12-02", 900, "1"),
			line("2", "cup", 4, "2011-01-03", 120, "1"), line("3", "cup", 8, "2011-01-04", 110, "2"),
			line("C4", "cup", -6, "2011-01-05", 90, "1"), line("C5", "cup", -2, "2011-01-06", 90, "1"),
			line("C6", "cup", -2, "2011-01-07", 90, "1"), line("C7", "cup", -1, "2011-01-08", 90, ""),
			line("8", "cup", 3, "2011-02-01", 100, "1"));

	private final List<RetailOrder> orders = RetailOrder.from(this.lines.stream());

	private final RetailReturns returns = RetailReturns.of(this.orders, this.lines.stream());

	@Test
	void takesBackTheLatestPurchaseFirstAtThePriceThatWasPaid() {
		assertThat(this.returns.all()).containsExactlyInAnyOrder(new RetailReturn(this.orders.get(1), 1, 4, 480),
				new RetailReturn(this.orders.get(0), 1, 5, 500));
		assertThat(this.returns.penceByMonth()).containsExactly(entry(YearMonth.of(2010, 12), 500L),
				entry(YearMonth.of(2011, 1), 480L));
		assertThat(this.returns.penceByCustomer()).containsExactly(entry("1", 980L));
		assertThat(this.returns.unitsBySku()).containsExactly(entry("cup", 9L));
	}

	@Test
	void countsWhatNobodyIsKnownToHaveBought() {
		assertThat(this.returns.units()).isEqualTo(9);
		assertThat(this.returns.unmatchedUnits()).isEqualTo(9 + 1 + 1);
		assertThat(this.returns.unmatchedLines()).isEqualTo(3);
	}

	private static RetailLine line(String invoice, String sku, long quantity, String day, long pence, String customer) {
		return RetailLine.of(List.of(invoice, sku, "", Long.toString(quantity), day + " 12:00:00",
				"%d.%02d".formatted(pence / 100, pence % 100), customer, "France"));
	}

}
