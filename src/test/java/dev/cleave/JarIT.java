package dev.cleave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// What the deployed jar is made of: what it says itself, and what was decided.
@Tag("S35")
class JarIT {

	private static final String LIBRARIES = "BOOT-INF/lib/";

	/// Put in by Spring Boot's plugin, so it is no dependency.
	private static final String TOOLS = "spring-boot-jarmode-tools";

	private static final Path PINNED = Path.of("docs/libraries.txt");

	@Test
	void carriesTheLibrariesThatAreWrittenDown() throws Exception {
		var pinned = Files.readAllLines(PINNED)
			.stream()
			.map(line -> line.split("  ", 2))
			.collect(Collectors.toMap(line -> line[1], line -> line[0]));

		assertThat(libraries()).as("""
				The libraries are others than those in %s. If that is meant, write them down:
				%s
				""", PINNED, asLines(libraries())).isEqualTo(new TreeMap<>(pinned));
	}

	/// Offline, Maven leaves out the goal that writes it.
	@Test
	void saysWhatItIsMadeOf() throws Exception {
		assumeThat(System.getProperty("cleave.maven")).isNotEqualTo("offline=true");
		var bill = bill();
		var listed = bill.path("components")
			.valueStream()
			.flatMap(component -> component.path("hashes").valueStream())
			.filter(hash -> hash.path("alg").asString().equals("SHA-256"))
			.map(hash -> hash.path("content").asString())
			.collect(Collectors.toSet());

		assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
		assertThat(bill.path("specVersion").asString()).isEqualTo("1.6");
		assertThat(bill.at("/metadata/component/name").asString()).isEqualTo("cleave");
		libraries().forEach((name, hash) -> {
			if (!name.startsWith(TOOLS)) {
				assertThat(listed).as(name).contains(hash);
			}
		});
	}

	@Test
	void carriesNothingThatIsForLaptopsAndTests() throws Exception {
		assertThat(libraries().keySet()).isNotEmpty()
			.noneMatch(name -> name.matches("(embedded-|junit|spring-boot-starter-test|assertj).*"));
	}

	private static JsonNode bill() throws IOException {
		try (var jar = jar(); var file = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
			return JsonMapper.shared().readTree(file);
		}
	}

	private static Map<String, String> libraries() throws Exception {
		var libraries = new TreeMap<String, String>();
		try (var jar = jar()) {
			for (var entry : jar.stream().filter(entry -> entry.getName().matches(LIBRARIES + ".+")).toList()) {
				try (var file = jar.getInputStream(entry)) {
					var digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
					libraries.put(entry.getName().substring(LIBRARIES.length()), HexFormat.of().formatHex(digest));
				}
			}
		}
		return libraries;
	}

	private static String asLines(Map<String, String> libraries) {
		return libraries.entrySet()
			.stream()
			.map(library -> library.getValue() + "  " + library.getKey())
			.collect(Collectors.joining("\n"));
	}

	private static JarFile jar() throws IOException {
		return new JarFile(System.getProperty("cleave.jar"));
	}

}
