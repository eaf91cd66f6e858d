package dev.cleave.reporting.projections.exports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.cleave.reporting.projections.exports.AskingForExports.Asking;
import dev.cleave.reporting.projections.exports.AskingForExports.Removal;
import dev.cleave.reporting.projections.exports.Export.Status;
import dev.cleave.reporting.projections.exports.MakingExports.PartFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/// Parts have seven rows here, and are made only when a test says so.
@ExportTest
class MakingExportsTests {

	@Autowired
	private AskingForExports asking;

	@Autowired
	private MakingExports making;

	@Autowired
	private ReadingExports reading;

	@Autowired
	private ExportSweep sweep;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Environment environment;

	@AfterEach
	void clear() {
		this.jdbc.sql("DELETE FROM export").update();
		this.sweep.sweep();
	}

	@Test
	void writesEachLineOnce() throws IOException {
		var sold = new SoldLines(this.jdbc);
		sold.add(100);

		assertThat(keys(made(lines(null, null)))).isEqualTo(sold.keys("true")).hasSizeGreaterThan(200);
		assertThat(keys(made(lines(LocalDate.of(2011, 1, 5), LocalDate.of(2011, 1, 9)))))
			.isEqualTo(sold.keys("placed_on >= '2011-01-05' AND placed_on < '2011-01-09'"))
			.isNotEmpty();
		assertThat(keys(made(new Question(Report.ORDER_LINES, null, null, null, "EUR", null))))
			.isEqualTo(sold.keys("currency = 'EUR'"))
			.isNotEmpty();
	}

	@Test
	void hasAHeadAndNoRowsWhereNothingWasSold() throws IOException {
		var export = made(lines(LocalDate.of(1999, 1, 1), LocalDate.of(1999, 1, 1)));

		assertThat(export.rows()).isZero();
		assertThat(text(export))
			.isEqualTo("order,placed_on,country,customer,line,sku,name,units,revenue,returned_units,currency\r\n");
		assertThat(export.size()).isEqualTo(text(export).length());
	}

	@Test
	void tellsHowFarItIs() {
		new SoldLines(this.jdbc).add(100);
		this.jdbc.sql("DELETE FROM sales_day").update();
		this.jdbc.sql(
				"INSERT INTO sales_day (generation, currency, day, country, orders, units, revenue) VALUES (1, 'GBP', '2011-01-01', '', 86, 0, 0)")
			.update();
		var id = asked(lines(null, null));

		assertThat(find(id)).extracting(Export::status, Export::progress).containsExactly(Status.QUEUED, 0.0);
		this.making.makePart();
		var begun = find(id);
		assertThat(begun.status()).isEqualTo(Status.RUNNING);
		assertThat(begun.rows()).isEqualTo(7);
		assertThat(begun.progress()).isBetween(0.01, 0.1);
		assertThat(begun.finishedAt()).isNull();
		makeAll();
		assertThat(find(id)).extracting(Export::status, Export::progress).containsExactly(Status.DONE, 1.0);
		this.jdbc.sql("DELETE FROM sales_day").update();
	}

	@Test
	void writesSumsOfOneMomentInAsManyPartsAsTheyNeed() throws IOException {
		this.jdbc.sql("""
				INSERT INTO product_day (generation, currency, day, sku, units, revenue, returned_units, returned)
				SELECT 1, 'GBP', '2011-01-01', 'P' || n, 1000 - n, n, 5, 7 FROM generate_series(1, 20) n
				""").update();

		var export = made(new Question(Report.TOP_PRODUCTS, null, null, "units", "GBP", null));

		assertThat(export.parts()).isEqualTo(3);
		assertThat(text(export).lines()).hasSize(21)
			.startsWith("sku,name,units,revenue,returned_units,returned,net,currency", "P1,,999,1,5,7,-6,GBP")
			.endsWith("P20,,980,20,5,7,13,GBP");
		this.jdbc.sql("DELETE FROM product_day").update();
	}

	@Test
	void writesTheScarcestProductsFirst() throws IOException {
		this.jdbc.sql("""
				INSERT INTO stock_level (generation, sku, on_hand, reserved, low_at, version)
				SELECT 1, 'L' || n, 20 - n, 1, 5, 1 FROM generate_series(1, 20) n
				""").update();

		assertThat(text(made(new Question(Report.STOCK, null, null, null, null, null))).lines()).hasSize(7)
			.startsWith("sku,name,on_hand,reserved,available,low_stock_at", "L20,,0,1,-1,5", "L19,,1,1,0,5");
		assertThat(text(made(new Question(Report.STOCK, null, null, null, null, 1L))).lines()).hasSize(3);
		this.jdbc.sql("DELETE FROM stock_level").update();
	}

	@Test
	void letsManyWorkersTakeTurnsWithoutLosingOrDoublingALine() throws IOException {
		var sold = new SoldLines(this.jdbc);
		sold.add(300);
		var ids = List.of(asked(lines(null, null)), asked(lines(null, null)), asked(lines(null, null)));

		var workers = IntStream.range(0, 4).mapToObj(worker -> CompletableFuture.runAsync(this::makeAll)).toList();
		workers.forEach(CompletableFuture::join);
		makeAll();

		for (var id : ids) {
			assertThat(keys(find(id))).isEqualTo(sold.keys("true"));
		}
	}

	/// Half of the file is of the old figures and half of the new ones, which begin to
	/// serve and are the same, and of the
	/// old ones nothing is left.
	@Test
	void neitherLosesNorDoublesALineWhenNewFiguresBeginToServe() throws Exception {
		var sold = new SoldLines(this.jdbc);
		sold.add(100);
		var expected = sold.keys("true");
		var id = asked(lines(null, null));
		IntStream.range(0, 15).forEach(part -> this.making.makePart());
		sold.add(100, 2);
		asAdministrator("UPDATE reporting.generation SET state = 'OVER'");
		asAdministrator("INSERT INTO reporting.generation (number, state) VALUES (2, 'SERVING')");
		try {
			this.making.makePart();
			this.jdbc.sql("DELETE FROM sale WHERE generation = 1").update();

			makeAll();

			assertThat(keys(find(id))).isEqualTo(expected);
		}
		finally {
			asAdministrator("DELETE FROM reporting.generation WHERE number = 2");
			asAdministrator("UPDATE reporting.generation SET state = 'SERVING'");
		}
	}

	@Test
	void makesAShortOneBetweenThePartsOfALongOne() {
		new SoldLines(this.jdbc).add(300);
		var longOne = asked(lines(null, null));
		this.making.makePart();
		var shortOne = asked(lines(LocalDate.of(1999, 1, 1), LocalDate.of(1999, 1, 2)));

		this.making.makePart();
		this.making.makePart();

		assertThat(find(shortOne).status()).isEqualTo(Status.DONE);
		assertThat(find(longOne).status()).isEqualTo(Status.RUNNING);
	}

	@Test
	void leavesNothingOfAPartThatFailsAndGivesUpInTheEnd() throws Exception {
		var sold = new SoldLines(this.jdbc);
		sold.add(20);
		var id = asked(lines(null, null));
		this.making.makePart();
		asAdministrator("ALTER TABLE reporting.sale_line RENAME TO hidden");
		try {
			assertThatExceptionOfType(PartFailedException.class).isThrownBy(this.making::makePart)
				.satisfies(failure -> this.making.recordFailure(failure.export(), failure.reason()));
			assertThat(find(id)).extracting(Export::status, Export::parts).containsExactly(Status.RUNNING, 1);
		}
		finally {
			asAdministrator("ALTER TABLE reporting.hidden RENAME TO sale_line");
		}
		makeAll();
		assertThat(keys(find(id))).isEqualTo(sold.keys("true"));

		var hopeless = asked(lines(null, null));
		for (var attempt = 0; attempt < 3; attempt++) {
			assertThat(find(hopeless).status()).isEqualTo(Status.QUEUED);
			this.making.recordFailure(hopeless, new IllegalStateException());
		}
		assertThat(find(hopeless)).extracting(Export::status, Export::failure)
			.containsExactly(Status.FAILED, "report-failed");
		assertThat(this.making.makePart()).as("anything to do").isFalse();
	}

	@Test
	void takesNoMoreThanItCanMakeInTime() {
		IntStream.range(0, 3).forEach(number -> asked(lines(null, null)));

		assertThat(this.asking.ask(lines(null, null))).isEqualTo(new Asking.TooMany(3));
		makeAll();
		assertThat(this.asking.ask(lines(null, null))).isInstanceOf(Asking.Taken.class);
	}

	@Test
	void forgetsWhatIsRemovedAndWhatIsOld() {
		new SoldLines(this.jdbc).add(30);
		var removed = asked(lines(null, null));
		this.making.makePart();
		assertThat(this.asking.remove(removed, version -> version == 1)).isEqualTo(Removal.STALE);
		assertThat(this.asking.remove(removed, version -> version == 2)).isEqualTo(Removal.REMOVED);
		assertThat(this.asking.remove(removed, version -> true)).isEqualTo(Removal.UNKNOWN);
		var old = made(lines(null, null));
		var young = made(lines(null, null));
		this.jdbc.sql("UPDATE export SET finished_at = now() - interval '8 days' WHERE id = ?")
			.param(old.id())
			.update();

		this.sweep.sweep();

		assertThat(this.reading.list(null, null, 10)).extracting(Export::id).containsExactly(young.id());
		assertThat(this.jdbc.sql("SELECT DISTINCT export FROM export_part")
			.query((row, number) -> row.getObject(1, UUID.class))
			.list()).containsExactly(young.id());
		assertThatIOException().isThrownBy(() -> text(old));
	}

	private static Question lines(@Nullable LocalDate from, @Nullable LocalDate to) {
		return new Question(Report.ORDER_LINES, from, to, null, null, null);
	}

	private UUID asked(Question question) {
		return ((Asking.Taken) this.asking.ask(question)).export().id();
	}

	private Export made(Question question) {
		var id = asked(question);
		makeAll();
		return find(id);
	}

	private void makeAll() {
		while (this.making.makePart()) {
			Thread.onSpinWait();
		}
	}

	private Export find(UUID id) {
		return this.reading.find(id).orElseThrow();
	}

	private String text(Export export) throws IOException {
		return new String(this.reading.content(export).readAllBytes(), StandardCharsets.UTF_8);
	}

	private List<String> keys(Export export) throws IOException {
		assertThat(export.status()).isEqualTo(Status.DONE);
		var rows = text(export).lines().skip(1).map(line -> line.split(",")).toList();
		assertThat(export.rows()).isEqualTo(rows.size());
		return rows.stream().map(row -> row[0] + " " + row[4]).toList();
	}

	private void asAdministrator(String sql) throws SQLException {
		try (var connection = DriverManager.getConnection(this.environment.getRequiredProperty("spring.datasource.url"),
				"postgres", ""); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
