package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FewestLocationsTests {

	private final Allocation allocation = new FewestLocations();

	@Test
	void drawsFromTheMainLocationWhenAnyWouldDo() {
		assertThat(
				this.allocation.allocate(Map.of("cup", 3L), List.of(units("cup", "attic", 9), units("cup", "main", 3))))
			.containsExactly(units("cup", "main", 3));
		assertThat(
				this.allocation.allocate(Map.of("cup", 3L), List.of(units("cup", "shop", 9), units("cup", "attic", 4))))
			.containsExactly(units("cup", "attic", 3));
	}

	@Test
	void prefersTheOneLocationThatHasEverything() {
		var supply = List.of(units("cup", "main", 100), units("cup", "attic", 2), units("pan", "attic", 1));

		assertThat(this.allocation.allocate(Map.of("cup", 2L, "pan", 1L), supply))
			.containsExactlyInAnyOrder(units("cup", "attic", 2), units("pan", "attic", 1));
	}

	@Test
	void addsTheLocationThatHasMostOfTheRest() {
		var supply = List.of(units("cup", "main", 5), units("cup", "attic", 2), units("cup", "shop", 3),
				units("pan", "attic", 1));

		assertThat(this.allocation.allocate(Map.of("cup", 7L, "pan", 1L), supply))
			.containsExactlyInAnyOrder(units("cup", "main", 5), units("cup", "attic", 2), units("pan", "attic", 1));
	}

	@Test
	void asksForEnough() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.allocation.allocate(Map.of("cup", 3L), List.of(units("cup", "main", 2))))
			.withMessageContaining("cup");
	}

	@Test
	void takesExactlyWhatIsWantedFromAsFewAsItCan() {
		for (long seed = 0; seed < 2_000; seed++) {
			var random = new Random(seed);
			var supply = supply(random);
			var wanted = wanted(random, supply);

			var taken = this.allocation.allocate(wanted, supply);

			assertThat(sums(taken)).as("what is taken, of seed %d", seed).isEqualTo(wanted);
			assertThat(taken).as("seed %d", seed).allSatisfy(units -> assertThat(units.quantity()).isPositive());
			assertThat(taken).extracting(Units::shelf).as("shelves of seed %d", seed).doesNotHaveDuplicates();
			assertThat(taken).as("seed %d", seed)
				.allSatisfy(units -> assertThat(supply).anyMatch(there -> covers(there, units)));
			if (locations(supply).stream().anyMatch(location -> hasAll(location, supply, wanted))) {
				assertThat(locations(taken)).as("locations of seed %d", seed).hasSizeLessThan(2);
			}
			var shuffled = new ArrayList<>(supply);
			Collections.shuffle(shuffled, random);
			assertThat(this.allocation.allocate(wanted, shuffled)).as("seed %d in another order", seed)
				.containsExactlyInAnyOrderElementsOf(taken);
		}
	}

	private static Set<String> locations(List<Units> units) {
		return units.stream().map(there -> there.shelf().location()).collect(Collectors.toSet());
	}

	private static Map<String, Long> sums(List<Units> units) {
		return units.stream()
			.collect(Collectors.groupingBy(there -> there.shelf().sku(), Collectors.summingLong(Units::quantity)));
	}

	private static boolean covers(Units there, Units wanted) {
		return there.shelf().equals(wanted.shelf()) && there.quantity() >= wanted.quantity();
	}

	private static boolean hasAll(String location, List<Units> supply, Map<String, Long> wanted) {
		return wanted.entrySet()
			.stream()
			.allMatch(want -> supply.stream()
				.anyMatch(there -> covers(there, units(want.getKey(), location, want.getValue()))));
	}

	private static List<Units> supply(Random random) {
		var supply = new ArrayList<Units>();
		for (var sku : List.of("cup", "pan", "pot", "tin")) {
			for (var location : List.of("attic", "main", "shop", "van")) {
				if (random.nextInt(4) > 0) {
					supply.add(units(sku, location, random.nextInt(7)));
				}
			}
		}
		return supply;
	}

	/// Anything that can be had.
	private static Map<String, Long> wanted(Random random, List<Units> supply) {
		var wanted = new LinkedHashMap<String, Long>();
		sums(supply).forEach((sku, available) -> {
			if (available > 0 && random.nextInt(3) > 0) {
				wanted.put(sku, 1 + random.nextLong(random.nextBoolean() ? available : Math.min(available, 3)));
			}
		});
		return wanted;
	}

	private static Units units(String sku, String location, long quantity) {
		return new Units(new Shelf(sku, location), quantity);
	}

}
