package dev.cleave.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import dev.cleave.transcript.Transcript;
import org.jspecify.annotations.Nullable;

/// Words that nobody else uses. They are made of chance, except while a test is written down: then every shop hears the
/// same ones, and sorts them in the same order.
final class Words {

	private static final AtomicReference<@Nullable Series> SERIES = new AtomicReference<>();

	/// Of those whom all tests share.
	private static final Series ASIDE = new Series("aside", new AtomicLong());

	private Words() {
	}

	static String unique(String prefix) {
		return prefix + "-" + next().toString().replace("-", "").substring(0, 16);
	}

	/// A number from 0 on, below a limit; the same in every shop while a test is written
	/// down.
	static int below(int limit) {
		return Math.floorMod(next().getLeastSignificantBits(), limit);
	}

	static void begin(String test) {
		SERIES.set(new Series(test, new AtomicLong()));
	}

	static boolean isBegun(String test) {
		var series = SERIES.get();
		return series != null && series.test().equals(test);
	}

	static void end() {
		SERIES.set(null);
	}

	private static UUID next() {
		var series = SERIES.get();
		if (series == null) {
			return UUID.randomUUID();
		}
		return (Transcript.isAside() ? ASIDE : series).next();
	}

	private record Series(String test, AtomicLong count) {

		UUID next() {
			return UUID
				.nameUUIDFromBytes((this.test + " " + this.count.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
		}

	}

}
