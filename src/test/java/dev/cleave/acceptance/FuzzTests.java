package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever is wrong with a request, the answer is one that is described: [Etiquette] looks at each, and a 500 is none.
/// This is the short cut; [AttackTests] goes on for long.
@AcceptanceTest
@InOneTopology
class FuzzTests {

	private static final int ATTEMPTS = 500;

	/// Failed sign-ins would keep other tests out, and a rebuild is no answer but much
	/// work.
	private static final String SKIPPED = "/api/v1/(reports/rebuild|auth/(session|sessions/.*|session/.*|password.*|second-factor.*|signing-keys.*|accounts/verification))";

	private final Shop shop;

	FuzzTests(Shop shop) {
		this.shop = shop;
	}

	@Test
	@Tag("S3")
	@Tag("S21")
	void answersNothingWithAFailureOfItsOwn() {
		var owner = this.shop.customer();
		var seeds = new Seeds(this.shop, owner, owner.get("/auth/session").send().text("/account/email"));
		var fuzz = new Fuzz(seeds, Descriptions.of(this.shop), SKIPPED);
		var clerk = this.shop.administrator();
		var seed = Long.getLong("cleave.seed", 20_261_124L);
		assertThat(fuzz.operations()).isGreaterThan(30);

		var statuses = new TreeMap<Integer, Integer>();
		var found = new ArrayList<String>();
		LongStream.range(seed, seed + ATTEMPTS).forEach((attempt) -> {
			try {
				statuses.merge(fuzz.attempt(clerk, attempt), 1, Integer::sum);
			}
			catch (AssertionError ex) {
				found.add(ex.getMessage());
			}
		});

		assertThat(String.join("\n", found)).as("what should not be answered").isEmpty();
		assertThat(statuses.keySet()).as("what came of it: %s", statuses).contains(200, 400, 404, 422);
	}

}
