package dev.cleave;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;

import static org.assertj.core.api.Assertions.assertThat;

/// Holds `docs/security.md` against the tests: a promise has a test that is tagged with its row, or says what it waits for.
class SecurityRowsTests {

	private static final Pattern ROW = Pattern.compile("\\| (S\\d+) \\| (.+) \\| (.+) \\|");

	private static final Pattern TAG = Pattern.compile("S\\d+");

	private static final int ROWS = 44;

	/// Rows of parts that are not built yet.
	private static final Set<String> LATER = Set.of("S18", "S36", "S37", "S38", "S39", "S41", "S42");

	@Test
	void namesTheTestsThatProveARow() throws Exception {
		var tagged = new TreeMap<String, Set<String>>();
		testClasses().forEach(type -> {
			tagsOf(type).forEach(row -> tagged.computeIfAbsent(row, none -> new TreeSet<>()).add(type.getSimpleName()));
			for (var method : type.getDeclaredMethods()) {
				AnnotationSupport.findRepeatableAnnotations(method, Tag.class)
					.stream()
					.map(Tag::value)
					.filter(TAG.asMatchPredicate())
					.forEach(row -> tagged.computeIfAbsent(row, none -> new TreeSet<>())
						.add(type.getSimpleName() + "#" + method.getName()));
			}
		});

		var written = new TreeMap<String, Set<String>>();
		rows().stream()
			.filter(Row::isProven)
			.forEach(row -> written.put(row.name(), new TreeSet<>(List.of(row.tests().replace("`", "").split(", ")))));

		assertThat(written).isEqualTo(tagged);
	}

	@Test
	void hasEveryRowInItsPlace() throws Exception {
		assertThat(rows()).extracting(Row::name)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).mapToObj(number -> "S" + number).toList());
	}

	@Test
	void provesWhateverIsBuilt() throws Exception {
		assertThat(rows())
			.allSatisfy(row -> assertThat(row.isProven()).as(row.name()).isEqualTo(!LATER.contains(row.name())));
	}

	private static List<Row> rows() throws IOException {
		try (var lines = Files.lines(Path.of("docs/security.md"))) {
			return lines.map(ROW::matcher)
				.filter(java.util.regex.Matcher::matches)
				.map(row -> new Row(row.group(1), row.group(3)))
				.toList();
		}
	}

	private static Stream<String> tagsOf(Class<?> type) {
		return Arrays.stream(type.getDeclaredAnnotationsByType(Tag.class))
			.map(Tag::value)
			.filter(TAG.asMatchPredicate());
	}

	/// All classes of the tests, none of them initialized.
	private static List<Class<?>> testClasses() throws IOException, URISyntaxException {
		var root = Path.of(SecurityRowsTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		try (var files = Files.walk(root)) {
			return files.map(root::relativize)
				.map(Path::toString)
				.filter(file -> file.matches(".*(Tests|IT)\\.class"))
				.<Class<?>>map(file -> load(file.replace(".class", "").replace('/', '.')))
				.toList();
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name, false, SecurityRowsTests.class.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// @param tests that prove it, parted by commas, or why there are none
	private record Row(String name, String tests) {

		boolean isProven() {
			return !this.tests.startsWith("comes with ");
		}

	}

}
