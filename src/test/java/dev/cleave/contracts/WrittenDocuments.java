package dev.cleave.contracts;

import java.util.List;

import tools.jackson.databind.JsonNode;

/// Compares a module's documents with those that are written down, or writes them anew.
public final class WrittenDocuments {

	private static final String RENEW = "./mvnw test -Dtest=MessageContractsTests,DescriptionsTests -Dcleave.contracts=write";

	private WrittenDocuments() {
	}

	/// @param name of the document, `asyncapi` or `openapi`
	/// @return what is wrong; nothing if the file says what the module does
	public static List<String> differences(String module, String name, JsonNode document) {
		var file = ContractFiles.document(module, name);
		if (ContractFiles.areRenewed()) {
			ContractFiles.write(file, document);
			return List.of();
		}
		var now = ContractFiles.text(document);
		var written = ContractFiles.read(file).map(ContractFiles::text).orElse("");
		return written.equals(now) ? List.of()
				: List.of("%s should begin to differ at line %d:%n%s%nIf that is meant: %s".formatted(file,
						firstDifference(written, now), line(now, firstDifference(written, now)), RENEW));
	}

	private static int firstDifference(String written, String now) {
		var line = 1;
		while (line(written, line).equals(line(now, line))) {
			line++;
		}
		return line;
	}

	private static String line(String text, int number) {
		return text.lines().skip(number - 1L).findFirst().orElse("(end, %d)".formatted(text.lines().count()));
	}

}
