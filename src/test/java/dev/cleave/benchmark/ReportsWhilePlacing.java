package dev.cleave.benchmark;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether those who order, and those who sign in, feel that somebody reads reports and has files made.
final class ReportsWhilePlacing implements Workload {

	private static final List<String> REPORTS = List.of("sales?by=day&", "sales?by=month&", "sales?by=country&",
			"top-products?by=revenue&", "top-products?by=units&", "customers?");

	private static final double SIGN_INS = 2;

	private static final double REPORTS_PER_SECOND = 4;

	@Override
	public String name() {
		return "report";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var customers = Customers.of(stand, 20);
		var half = bench.peak() / 2;
		var placing = new Median();
		var signingIn = new Median();
		var exported = 0.0;
		var absolute = "";
		for (var round = 1; round <= Settings.ROUNDS; round++) {
			var quiet = people(bench, stand, customers, half, "quiet", round);
			List<Result> busy;
			var exports = Exports.begin(stand);
			try (exports) {
				busy = people(bench, stand, customers, half, "beside reports", round);
			}
			exported += exports.made();
			placing.add(busy.get(0).millis(99) / quiet.get(0).millis(99));
			signingIn.add(busy.get(1).millis(99) / quiet.get(1).millis(99));
			absolute = "last round: %.1f beside %.1f ms, sign-in %.0f beside %.0f ms".formatted(busy.get(0).millis(99),
					quiet.get(0).millis(99), busy.get(1).millis(99), quiet.get(1).millis(99));
		}
		stand.awaitRest();
		bench.report().add(Row.atMost(name(), "p99 of placing ÷ quiet", 1.5, placing.get(), "×", absolute));
		bench.report().add(Row.atMost(name(), "p99 of signing in ÷ quiet", 1.5, signingIn.get(), "×", ""));
		bench.report()
			.add(Row.atLeast(name(), "rows exported meanwhile", 1, exported,
					"%.0f reports/s".formatted(REPORTS_PER_SECOND)));
	}

	private List<Result> people(Bench bench, Stand stand, Customers customers, double perSecond, String phase,
			int round) {
		var results = new java.util.ArrayList<Result>();
		Supplier<Result> placing = () -> stand.shoppers(Bench.MANY).open(perSecond, Settings.TIME);
		Supplier<Result> signingIn = () -> new Load(stand.address(), customers::signIn, 8).open(SIGN_INS,
				Settings.TIME);
		Supplier<byte[]> requests = () -> Http.get("/api/v1/reports/" + any() + "from=2020-01-01&to=2100-01-01",
				stand.bearer());
		Supplier<Result> reports = () -> new Load(stand.address(), requests, 8).open(REPORTS_PER_SECOND, Settings.TIME);
		bench.measure(name(), "placing, " + phase, round, () -> {
			results.addAll(phase.equals("quiet") ? Together.run(placing, signingIn)
					: Together.run(placing, signingIn, reports));
			return results.getFirst();
		});
		assertThat(results.get(0).statuses()).isSubsetOf("201", "503");
		results.stream().skip(1).forEach(result -> assertThat(result.statuses()).isSubsetOf("200", "503"));
		return results;
	}

	private static String any() {
		return REPORTS.get(ThreadLocalRandom.current().nextInt(REPORTS.size()));
	}

}
