package dev.cleave.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/// Something that is always true of a shop at rest.
///
/// @param id its number in the reliability design
/// @param promise it in words
record Invariant(String id, String promise, Probe probe) {

	/// Holds as long as the query finds nothing.
	static Invariant none(String id, String promise, String module, String sql) {
		return new Invariant(id, promise, (databases) -> databases.found(module, sql));
	}

	/// Holds as long as both queries find the same: equal keys, which are all columns but
	/// the last, with equal values.
	static Invariant same(String id, String promise, Query one, Query other) {
		return new Invariant(id, promise, (databases) -> {
			var ones = databases.keyed(one.module(), one.sql());
			var others = databases.keyed(other.module(), other.sql());
			var keys = new TreeSet<>(ones.keySet());
			keys.addAll(others.keySet());
			var witnesses = new ArrayList<String>();
			for (var key : keys) {
				if (witnesses.size() < Databases.WITNESSES && !Objects.equals(ones.get(key), others.get(key))) {
					witnesses.add(key + ": " + one.module() + " says " + ones.get(key) + ", " + other.module()
							+ " says " + others.get(key));
				}
			}
			return witnesses;
		});
	}

	/// Holds as long as whatever the first query finds is found by the second one too.
	static Invariant within(String id, String promise, Query part, Query whole) {
		return new Invariant(id, promise, (databases) -> {
			var all = databases.keyed(whole.module(), whole.sql());
			return databases.keyed(part.module(), part.sql())
				.entrySet()
				.stream()
				.filter((row) -> !Objects.equals(all.get(row.getKey()), row.getValue()))
				.limit(Databases.WITNESSES)
				.map((row) -> row.getKey() + ": " + part.module() + " says " + row.getValue() + ", " + whole.module()
						+ " says " + all.get(row.getKey()))
				.toList();
		});
	}

	/// A question to one module's database.
	record Query(String module, String sql) {

	}

	/// Finds what shows that an invariant is broken; nothing, as long as it holds.
	interface Probe {

		List<String> witnesses(Databases databases);

	}

}
