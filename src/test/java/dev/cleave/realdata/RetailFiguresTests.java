package dev.cleave.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailFiguresTests {

	private static final String MESSY = """
			InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
			536365,84509c,"RECORD FRAME 7"" SINGLE, SMALL ",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
			536365,84509C,UPPER CASE ,2,2010-12-01 08:27:00,1.45,17850.0,United Kingdom
			536365,84509c,"RECORD FRAME 7"" SINGLE, SMALL ",1,2010-12-01 08:27:00,2.1,17850.0,United Kingdom
			C536379,84509c,"RECORD FRAME 7"" SINGLE, SMALL ",-1,2010-12-01 09:41:00,2.55,14527.0,United Kingdom
			A563185,B,Adjust bad debt,1,2010-12-01 14:50:00,11062.06,,United Kingdom
			536366,71053,,5,2010-12-01 23:58:00,0.0,,United Kingdom
			536367,71053,found,1,2010-12-01 23:58:00,0.001,,United Kingdom
			536368,71053,damaged,-3,2010-12-01 23:59:00,3.39,,United Kingdom
			536365,22041,"FROM, A TORN INVOICE",3,2010-12-01 23:59:00,0.29,17850.0,United Kingdom
			536369,71053,,4,2011-01-31 23:59:00,3.39,,EIRE
			536370,84509c,"SAY ""NEW NAME""\",10,2011-02-01 00:00:00,2.1,12345.0,France
			536370,84509C,UPPER CASE,2,2011-02-01 00:00:00,1.25,12345.0,France
			""";

	@TempDir
	Path directory;

	private List<RetailOrder> orders;

	private RetailFigures figures;

	@BeforeEach
	void readTheMessyFile() throws IOException {
		var path = directory.resolve("messy.csv.gz");
		try (var zipped = new GZIPOutputStream(Files.newOutputStream(path))) {
			zipped.write(MESSY.getBytes(StandardCharsets.UTF_8));
		}
		orders = RetailFile.open(path).orders();
		figures = RetailFigures.of(orders);
	}

	@Test
	void keepsOnlyWhatWasOrdered() {
		assertThat(orders).extracting(RetailOrder::reference).containsExactly("536365", "536369", "536370");
		assertThat(orders).extracting(RetailOrder::customer).containsExactly("17850", null, "12345");
		assertThat(orders).extracting(RetailOrder::placedAt)
			.containsExactly(Instant.parse("2010-12-01T08:26:00Z"), Instant.parse("2011-01-31T23:59:00Z"),
					Instant.parse("2011-02-01T00:00:00Z"));
		assertThat(orders.getFirst().lines()).extracting(RetailLine::description)
			.containsExactly("RECORD FRAME 7\" SINGLE, SMALL ", "UPPER CASE ", "RECORD FRAME 7\" SINGLE, SMALL ",
					"FROM, A TORN INVOICE");
	}

	@Test
	void addsUpTheWhole() {
		assertThat(figures.total()).isEqualTo(new RetailSales(3, 28, 5823));
	}

	@Test
	void addsUpByDayMonthAndCountry() {
		var first = new RetailSales(1, 12, 2117);
		var second = new RetailSales(1, 4, 1356);
		var third = new RetailSales(1, 12, 2350);

		assertThat(figures.byDay()).containsExactly(entry(LocalDate.of(2010, 12, 1), first),
				entry(LocalDate.of(2011, 1, 31), second), entry(LocalDate.of(2011, 2, 1), third));
		assertThat(figures.byMonth()).containsExactly(entry(YearMonth.of(2010, 12), first),
				entry(YearMonth.of(2011, 1), second), entry(YearMonth.of(2011, 2), third));
		assertThat(figures.byCountry()).containsExactly(entry("EIRE", second), entry("France", third),
				entry("United Kingdom", first));
	}

	@Test
	void leavesTheLastDayOutOfARange() {
		var range = figures.between(LocalDate.of(2010, 12, 1), LocalDate.of(2011, 2, 1));

		assertThat(range.total()).isEqualTo(new RetailSales(2, 16, 3473));
	}

	@Test
	void tellsSkusApartByCase() {
		assertThat(figures.unitsBySku()).containsExactly(entry("22041", 3L), entry("71053", 4L), entry("84509C", 4L),
				entry("84509c", 17L));
	}

	@Test
	void ranksProductsAndBreaksTiesBySku() {
		var frame = new RetailSkuSales("84509c", 17, 3840);
		var lantern = new RetailSkuSales("71053", 4, 1356);
		var upper = new RetailSkuSales("84509C", 4, 540);
		var torn = new RetailSkuSales("22041", 3, 87);

		assertThat(figures.topByRevenue(3)).containsExactly(frame, lantern, upper);
		assertThat(figures.topByUnits(50)).containsExactly(frame, lantern, upper, torn);
	}

	@Test
	void ranksTheCustomersThatAreKnown() {
		assertThat(figures.topCustomers(50)).containsExactly(
				new RetailCustomerSales("12345", new RetailSales(1, 12, 2350)),
				new RetailCustomerSales("17850", new RetailSales(1, 12, 2117)));
	}

	@Test
	void describesProductsByTheirLastNameAndUsualPrice() {
		assertThat(RetailProduct.of(orders)).containsExactly(new RetailProduct("22041", "FROM, A TORN INVOICE", 29, 3),
				new RetailProduct("71053", "71053", 339, 4), new RetailProduct("84509C", "UPPER CASE", 125, 4),
				new RetailProduct("84509c", "SAY \"NEW NAME\"", 210, 17));
	}

	@Test
	void roundsFractionsOfAPennyButMakesNoPennyOfLess() {
		assertThat(List.of("1.005", "1.0049", "0.01", "0.009", "-11062.06")).map(RetailFiguresTests::penceOf)
			.containsExactly(101L, 100L, 1L, 0L, -1106206L);
	}

	@Test
	void saysWhatToDoWhenTheFileIsMissing() {
		assertThatIllegalStateException().isThrownBy(() -> RetailFile.open(directory.resolve("absent.csv.gz")))
			.withMessageContaining("absent.csv.gz")
			.withMessageContaining("-Dcleave.real-data=");
	}

	private static long penceOf(String price) {
		return RetailLine.of(List.of("536365", "M", "", "1", "2010-12-01 08:26:00", price, "", "EIRE"))
			.unitPricePence();
	}

}
