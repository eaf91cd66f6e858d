package dev.cleave.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.cleave.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A node is deployed as a folder whose JVM knows Cleave's classes already.
class NodeFolderIT {

	@TempDir
	Path temporary;

	@Test
	void startsFromItsCacheOrNotAtAllWhenToldSo() throws Exception {
		var node = NodeFolder.train(this.temporary.resolve("node"), 1);
		var classes = this.temporary.resolve("classes");

		var migrated = run(node, "-XX:AOTMode=on -Xlog:class+load:file=" + classes);
		var unfit = run(node, "-XX:AOTMode=on -XX:-UseCompactObjectHeaders");

		assertThat(migrated.status()).as(migrated.said()).isZero();
		assertThat(migrated.said()).contains("All schemas are up to date");
		try (var loaded = Files.lines(classes)) {
			assertThat(loaded.filter(line -> line.contains(" dev.cleave.Cleave "))).singleElement()
				.asString()
				.contains("shared objects file");
		}
		assertThat(unfit.status()).as(unfit.said()).isNotZero();
		assertThat(unfit.said()).contains("AOT cache").doesNotContain("dev.cleave.Cleave");
		assertThat(node.path()).isDirectoryNotContaining("glob:**.log");
	}

	private Outcome run(NodeFolder node, String flags) throws IOException {
		var output = Files.createTempFile(this.temporary, "run", "");
		var process = TiedProcess.start(
				node.command(List.of("--cleave.migrate=only", "--spring.datasource.url=" + TestServers.freshDatabase(),
						"--spring.datasource.username=postgres", "--spring.data.redis.host=127.0.0.1",
						"--spring.data.redis.port=" + TestServers.redisPort())),
				this.temporary, Map.of("CLEAVE_JVM", flags), output);
		try {
			assertThat(TiedProcess.ended(process, 120)).as("ended").isTrue();
		}
		finally {
			TiedProcess.kill(process);
		}
		return new Outcome(process.exitValue(), Files.readString(output));
	}

	private record Outcome(int status, String said) {

	}

}
