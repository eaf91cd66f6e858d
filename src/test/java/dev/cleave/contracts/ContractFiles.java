package dev.cleave.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The folder of contracts: what is written down of each module, and all former editions of its messages.
final class ContractFiles {

	/// Writes what people read and compare: two spaces, the same line ends on any
	/// machine.
	static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))
			.withSeparators(Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)))
		.build();

	private static final Path ROOT = Path.of("docs/contracts");

	private ContractFiles() {
	}

	/// Whether files are to be written anew instead of compared.
	static boolean areRenewed() {
		return "write".equals(System.getProperty("cleave.contracts"));
	}

	static Path message(String type) {
		return ROOT.resolve(moduleOf(type)).resolve("messages").resolve(type + ".json");
	}

	static Path document(String module, String name) {
		return ROOT.resolve(module).resolve(name + ".json");
	}

	/// Former editions of a message's schema, the oldest first.
	static List<Path> formerly(String type) {
		return all().stream()
			.filter(file -> isFormer(file) && file.getFileName().toString().matches("\\Q" + type + "\\E\\.\\d+\\.json"))
			.toList();
	}

	/// The type of each schema that is in force.
	static List<String> messages() {
		return all().stream()
			.filter(file -> !isFormer(file) && file.getParent().endsWith("messages"))
			.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
			.toList();
	}

	static Optional<JsonNode> read(Path file) {
		try {
			return Files.exists(file) ? Optional.of(JSON.readTree(Files.readString(file))) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void write(Path file, JsonNode content) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text(content));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Puts the edition in force among the former ones.
	static void retire(String type) {
		var former = message(type).resolveSibling("former");
		write(former.resolve("%s.%d.json".formatted(type, formerly(type).size() + 1)),
				read(message(type)).orElseThrow());
	}

	static String text(JsonNode content) {
		return JSON.writeValueAsString(content) + "\n";
	}

	private static String moduleOf(String type) {
		return type.substring(0, type.indexOf('.'));
	}

	private static boolean isFormer(Path file) {
		return file.getParent().endsWith("former");
	}

	private static List<Path> all() {
		if (!Files.isDirectory(ROOT)) {
			return List.of();
		}
		try (var files = Files.walk(ROOT)) {
			return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
