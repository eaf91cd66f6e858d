package dev.cleave.topology;

import java.nio.file.Path;
import java.util.List;

/// Makes the roles and schemas of a cluster whose nodes may not, as an operator would beforehand.
final class Schemas {

	private Schemas() {
	}

	static void make(Release release, List<String> settings, Path folder) {
		var output = folder.resolve("schemas.log");
		var process = TiedProcess.startGently(
				release.command(NodeSettings.with(settings, List.of("--cleave.migrate=only"))), folder, output);
		if (!TiedProcess.ended(process, 240) || process.exitValue() != 0) {
			TiedProcess.kill(process);
			throw new IllegalStateException("The schemas can't be made: see " + output);
		}
	}

}
