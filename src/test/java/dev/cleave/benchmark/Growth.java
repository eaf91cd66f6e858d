package dev.cleave.benchmark;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.cleave.checker.Checker;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether a shop of two million orders answers as fast as one of ten thousand. The two are asked in turn.
final class Growth implements Workload {

	private static final int FEW = 10_000;

	private static final int READERS = 8;

	private static final double MARK = 1.25;

	@Override
	public String name() {
		return "growth";
	}

	@Override
	public void measure(Bench bench) {
		bench.close();
		try (var small = Stand.build(); var large = Stand.build()) {
			grow(bench, small, FEW);
			check(small);
			grow(bench, large, Settings.ORDERS);
			var questions = questions();
			for (var stand : new Stand[] { small, large }) {
				stand.shoppers(Settings.CONNECTIONS).closed(Settings.WARM_UP.dividedBy(2));
				questions.values().forEach(question -> readers(stand, question).closed(Bench.briefly()));
				stand.awaitRest();
			}
			compare(bench, small, large, questions);
			check(small);
		}
	}

	private static void grow(Bench bench, Stand stand, int orders) {
		stand.offer("s", Stand.PRODUCTS, 1_000_000_000);
		checker(stand).awaitRest(Duration.ofMinutes(2));
		var begin = System.nanoTime();
		stand.withoutNode(() -> {
			Seed.sow(stand.servers(), orders);
			bench.report()
				.note("%,d orders sown in %d s.".formatted(orders, (System.nanoTime() - begin) / 1_000_000_000));
		});
		assertThat(stand.orders("TRUE")).isEqualTo(orders);
	}

	private static void check(Stand stand) {
		checker(stand).awaitRest(Duration.ofMinutes(2));
		checker(stand).verify();
	}

	private static Checker checker(Stand stand) {
		var urls = new TreeMap<String, String>();
		Stand.MODULES.forEach(module -> urls.put(module, stand.servers().jdbcUrl("cleave") + "?user=postgres"));
		return Checker.of(urls);
	}

	private void compare(Bench bench, Stand small, Stand large, Map<String, Function<Stand, byte[]>> questions) {
		var ratios = new LinkedHashMap<String, Median>();
		for (var round = 1; round <= Settings.ROUNDS; round++) {
			var one = placed(bench, small, "few", round);
			var other = placed(bench, large, "many", round);
			ratios.computeIfAbsent("place", _ -> new Median()).add(one / other);
			for (var question : questions.entrySet()) {
				var few = read(bench, small, question, "few", round);
				var many = read(bench, large, question, "many", round);
				ratios.computeIfAbsent(question.getKey(), _ -> new Median()).add(few / many);
			}
		}
		ratios.forEach((what, ratio) -> bench.report()
			.add(Row.atMost(name(), "time of %s with %,d orders ÷ with %,d".formatted(what, Settings.ORDERS, FEW), MARK,
					ratio.get(), "×", "")));
	}

	private double placed(Bench bench, Stand stand, String which, int round) {
		var result = bench.measure(stand, name(), "place, " + which, round,
				() -> stand.shoppers(Settings.CONNECTIONS).closed(Settings.TIME));
		stand.awaitRest();
		assertThat(result.statuses()).isSubsetOf("201", "503");
		return result.perSecond();
	}

	private double read(Bench bench, Stand stand, Map.Entry<String, Function<Stand, byte[]>> question, String which,
			int round) {
		var result = bench.measure(stand, name(), question.getKey() + ", " + which, round,
				() -> readers(stand, question.getValue()).closed(Bench.briefly()));
		assertThat(result.statuses()).containsOnly("200");
		return result.perSecond();
	}

	private static Load readers(Stand stand, Function<Stand, byte[]> question) {
		Supplier<byte[]> requests = () -> question.apply(stand);
		return new Load(stand.address(), requests, READERS);
	}

	private static Map<String, Function<Stand, byte[]>> questions() {
		var today = LocalDate.now(java.time.ZoneOffset.UTC);
		var questions = new LinkedHashMap<String, Function<Stand, byte[]>>();
		questions.put("list", stand -> Http.get("/api/v1/orders?limit=20", stand.bearer()));
		questions.put("a customer's list",
				stand -> Http.get("/api/v1/orders?limit=20&customer=customer-" + random(5_000), stand.bearer()));
		questions.put("stock as of a moment", stand -> Http.get("/api/v1/stock/s%d?at=%sT12:00:00Z"
			.formatted(random(Stand.PRODUCTS), today.minusDays(1L + random(364))), stand.bearer()));
		questions.put("report of a month", stand -> {
			var from = today.minusDays(31L + random(330));
			return Http.get("/api/v1/reports/sales?by=day&from=%s&to=%s".formatted(from, from.plusDays(30)),
					stand.bearer());
		});
		return questions;
	}

	private static int random(int bound) {
		return ThreadLocalRandom.current().nextInt(bound);
	}

}
