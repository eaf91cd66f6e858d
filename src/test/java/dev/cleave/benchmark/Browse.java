package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/// Looking at products, beside the least that the same server can do: a few bytes of JSON from no database.
final class Browse implements Workload {

	/// Products that somebody has looked at before.
	private static final int SEEN = 500;

	@Override
	public String name() {
		return "browse";
	}

	@Override
	public void measure(Bench bench) {
		var stand = bench.stand();
		var ratio = new Median();
		var unchangedRatio = new Median();
		var pages = new Median();
		var echoes = new Median();
		var lists = new Median();
		try (var echo = EchoServer.start(stand.folder())) {
			Supplier<byte[]> said = () -> Http.get("/echo/s" + random(Stand.PRODUCTS), "");
			Supplier<byte[]> page = () -> Http.get("/api/v1/products/s" + random(Stand.PRODUCTS), "");
			Supplier<byte[]> list = () -> Http.get("/api/v1/products?limit=20&q=s" + random(Stand.PRODUCTS / 10), "");
			var seen = seen(stand);
			Supplier<byte[]> again = () -> seen.get(random(SEEN));
			new Load(echo.address(), said, Settings.CONNECTIONS).closed(Settings.TIME);
			for (var requests : List.of(page, again, list)) {
				new Load(stand.address(), requests, Settings.CONNECTIONS).closed(Bench.briefly());
			}
			for (var round = 1; round <= Settings.ROUNDS; round++) {
				var bare = read(bench, "echo", round, echo.address(), said, 200);
				var shown = read(bench, "product page", round, stand.address(), page, 200);
				var unchanged = read(bench, "page, not modified", round, stand.address(), again, 304);
				lists.add(read(bench, "list of 20", round, stand.address(), list, 200));
				echoes.add(bare);
				pages.add(shown);
				ratio.add(shown / bare);
				unchangedRatio.add(unchanged / bare);
			}
		}
		bench.report()
			.add(Row.atLeast(name(), "product page ÷ echo", 0.3, ratio.get(),
					"%.0f/s beside %.0f/s".formatted(pages.get(), echoes.get())));
		bench.report().add(Row.atLeast(name(), "304 ÷ echo", 0.6, unchangedRatio.get(), ""));
		bench.report().add(Row.reported(name(), "lists of 20", lists.get(), "/s", ""));
	}

	private double read(Bench bench, String phase, int round, URI server, Supplier<byte[]> requests, int status) {
		var result = bench.measure(name(), phase, round,
				() -> new Load(server, requests, Settings.CONNECTIONS).closed(Settings.TIME));
		assertThat(result.statuses()).isSubsetOf(Integer.toString(status), "503");
		return result.perSecond(status);
	}

	private static List<byte[]> seen(Stand stand) {
		var requests = new ArrayList<byte[]>();
		try (var wire = new Wire(stand.address())) {
			for (var product = 0; product < SEEN; product++) {
				var path = "/api/v1/products/s" + product;
				wire.exchange(Http.get(path, ""));
				requests.add(Http.get(path, "If-None-Match: " + wire.header("ETag").getFirst() + "\r\n"));
			}
			return requests;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int random(int bound) {
		return ThreadLocalRandom.current().nextInt(bound);
	}

}
