package dev.cleave.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// What a rule is held against: the product, or a planted offence, which is a little product of its own.
///
/// @param root the package of which every module is a subpackage
/// @param sources folder of the root package's Java files
/// @param resources folder that holds `db/migration`
record Code(String root, JavaClasses classes, Path sources, Path resources) {

	static final String PLATFORM = "platform";

	private static final String PRODUCT = "dev.cleave";

	private static final String PLANTED = PRODUCT + ".planted";

	static Code product() {
		return Imported.THE_PRODUCT;
	}

	static Code planted(String name) {
		var root = PLANTED + "." + name;
		return new Code(root, Imported.ALL_PLANTED.that(JavaClass.Predicates.resideInAPackage(root + "..")),
				Path.of("src/test/java", root.split("\\.")), Path.of("src/test/resources/planted", name));
	}

	boolean isProduct() {
		return this.root.equals(PRODUCT);
	}

	/// Names of the modules: all packages right below the root.
	List<String> modules() {
		return this.classes.stream()
			.map(JavaClass::getPackageName)
			.filter(name -> name.startsWith(this.root + "."))
			.map(this::moduleOf)
			.distinct()
			.sorted()
			.toList();
	}

	List<String> businessModules() {
		return modules().stream().filter(name -> !name.equals(PLATFORM)).toList();
	}

	/// The packages of all business modules, as ArchUnit's patterns.
	String[] businessPackages() {
		return businessModules().stream().map(name -> this.root + "." + name + "..").toArray(String[]::new);
	}

	String moduleOf(String packageName) {
		var rest = packageName.substring(Math.min(packageName.length(), this.root.length() + 1));
		return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
	}

	JavaPackage packageOf(String module) {
		return this.classes.getPackage(this.root + "." + module);
	}

	List<Path> javaFiles() {
		return files(this.sources, ".java");
	}

	List<Path> sqlFiles() {
		return files(this.resources.resolve("db"), ".sql");
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> files(Path folder, String ending) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (var files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Reading classes takes seconds, so it is done once.
	private static final class Imported {

		private static final Code THE_PRODUCT = new Code(PRODUCT,
				new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PRODUCT),
				Path.of("src/main/java/dev/cleave"), Path.of("src/main/resources"));

		private static final JavaClasses ALL_PLANTED = new ClassFileImporter().importPackages(PLANTED);

	}

}
