package dev.cleave.inventory.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

/// Every location that takes part costs a parcel. So the one that has most of what is wanted comes first, then the one
/// that has most of the rest: one location alone whenever it has everything. Of equals the main one, then by name.
@Component
class FewestLocations implements Allocation {

	private static final Comparator<String> MAIN_FIRST = Comparator
		.comparing((String location) -> !location.equals(Locations.MAIN))
		.thenComparing(Comparator.naturalOrder());

	@Override
	public List<Units> allocate(Map<String, Long> wanted, List<Units> supply) {
		var missing = new HashMap<>(wanted);
		var untouched = new ArrayList<>(supply);
		var taken = new ArrayList<Units>();
		while (!missing.isEmpty()) {
			var location = best(missing, untouched);
			untouched.removeIf(there -> {
				var chosen = there.shelf().location().equals(location);
				if (chosen) {
					take(there, missing, taken);
				}
				return chosen;
			});
		}
		return taken;
	}

	private static void take(Units there, Map<String, Long> missing, List<Units> taken) {
		var units = useful(there, missing);
		if (units > 0) {
			taken.add(new Units(there.shelf(), units));
			missing.computeIfPresent(there.shelf().sku(), (_, before) -> (before > units) ? before - units : null);
		}
	}

	private static String best(Map<String, Long> missing, List<Units> supply) {
		var useful = new TreeMap<String, Long>(MAIN_FIRST);
		supply.forEach(there -> useful.merge(there.shelf().location(), useful(there, missing), Long::sum));
		var most = useful.values().stream().mapToLong(Long::longValue).max().orElse(0);
		return useful.entrySet()
			.stream()
			.filter(location -> most > 0 && location.getValue() == most)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is too little of %s".formatted(missing.keySet())))
			.getKey();
	}

	private static long useful(Units there, Map<String, Long> missing) {
		return Math.min(there.quantity(), missing.getOrDefault(there.shelf().sku(), 0L));
	}

}
