package dev.cleave.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every package has a `package-info` with a sentence and `@NullMarked`.
final class PackagesHaveASentence extends Rule {

	private static final Pattern SENTENCE = Pattern.compile("\\A(///.*\\n)*///.*[.!?]\\s*\\n(?!///)");

	@Override
	List<String> offences(Code code) {
		var folders = code.javaFiles().stream().map(Path::getParent).distinct().toList();
		return found(folders, "packages", code).stream().flatMap(PackagesHaveASentence::offences).toList();
	}

	private static Stream<String> offences(Path folder) {
		var file = folder.resolve("package-info.java");
		if (!Files.exists(file)) {
			return Stream.of("%s has no package-info".formatted(folder));
		}
		var text = Code.read(file);
		var sentence = SENTENCE.matcher(text).find() ? Stream.<String>empty()
				: Stream.of("%s has no sentence".formatted(folder));
		var nullMarked = text.contains("@NullMarked") ? Stream.<String>empty()
				: Stream.of("%s is not @NullMarked".formatted(folder));
		return Stream.concat(sentence, nullMarked);
	}

}
