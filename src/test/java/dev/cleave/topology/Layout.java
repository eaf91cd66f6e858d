package dev.cleave.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cleave.TestServers;

/// Which processes a shop is made of, and which modules each of them runs.
public enum Layout {

	/// One process of all modules on one database.
	MONO(false, 1),

	/// Three equal processes on one database.
	MONO_TIMES_3(false, 3),

	/// A process and a database for each module, and Kafka in between.
	SPLIT(true, 1),

	/// Two processes for each module, four databases, and Kafka.
	SPLIT_TIMES_2(true, 2);

	static final List<String> MODULES = List.of("auth", "inventory", "orders", "reporting");

	private final boolean split;

	private final int times;

	Layout(boolean split, int times) {
		this.split = split;
		this.times = times;
	}

	/// By the name that people use: `mono`, `mono-x3`, `split` or `split-x2`.
	public static Layout named(String name) {
		return Stream.of(values())
			.filter((layout) -> layout.label().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no topology '%s', only %s".formatted(name,
					Stream.of(values()).map(Layout::label).collect(Collectors.joining(", ")))));
	}

	String label() {
		return name().toLowerCase(Locale.ROOT).replace("_times_", "-x");
	}

	boolean isSplit() {
		return this.split;
	}

	/// The modules of each process, by its name.
	Map<String, List<String>> nodes() {
		var nodes = new LinkedHashMap<String, List<String>>();
		for (var number = 1; number <= this.times; number++) {
			if (this.split) {
				for (var module : MODULES) {
					nodes.put(module + "-" + number, List.of(module));
				}
			}
			else {
				nodes.put("mono-" + number, MODULES);
			}
		}
		return nodes;
	}

	/// Which group of nodes serves each module; `any` is for what belongs to none.
	Map<String, String> routes() {
		var routes = new LinkedHashMap<String, String>();
		MODULES.forEach((module) -> routes.put(module, this.split ? module : "mono"));
		routes.put("any", this.split ? "auth" : "mono");
		return routes;
	}

	/// Empty databases, by module.
	Map<String, String> databases() {
		var shared = TestServers.freshDatabase();
		var databases = new LinkedHashMap<String, String>();
		MODULES.forEach((module) -> databases.put(module, this.split ? TestServers.freshDatabase() : shared));
		return databases;
	}

}
