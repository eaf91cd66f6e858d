package dev.cleave.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

/// How many passwords are checked each second; slow on purpose.
final class SignIn implements Workload {

	private static final int ACCOUNTS = 20;

	/// More would only wait for each other: hashing takes a processor each.
	private static final int AT_ONCE = 4;

	@Override
	public String name() {
		return "sign-in";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var customers = Customers.of(stand, ACCOUNTS);
		var result = bench.measure(name(), "closed, 4 connections", 1,
				() -> new Load(stand.address(), customers::signIn, AT_ONCE).closed(Settings.TIME));
		assertThat(result.statuses()).isSubsetOf("200", "429", "503");
		bench.report()
			.add(Row.reported(name(), "hashes", result.perSecond(200), "/s", "p50 %.0f, p99 %.0f ms; %s"
				.formatted(result.millis(200, 50), result.millis(200, 99), result.statuses())));
	}

}
