package dev.cleave.auth.domain;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What a machine client may do.
public enum Scope {

	CATALOGUE_WRITE("catalogue:write"), STOCK_WRITE("stock:write"), ORDERS_WRITE("orders:write"),
	ORDERS_IMPORT("orders:import"), PAYMENTS_WRITE("payments:write"), REPORTS_READ("reports:read");

	private final String text;

	Scope(String text) {
		this.text = text;
	}

	public static Optional<Scope> of(String text) {
		return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
	}

	/// In an order that is the same on all nodes.
	public static SequencedSet<String> all() {
		return Arrays.stream(values()).map(Scope::toString).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/// Reads scopes as they are kept: divided by spaces.
	static Set<String> split(String scopes) {
		return Arrays.stream(scopes.split(" "))
			.filter(scope -> !scope.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public String toString() {
		return this.text;
	}

}
