package dev.cleave.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/// What comes after the packaged jar: the same with one more migration in two of its modules.
final class NextRelease {

	private static final String ORDERS = "db/migration/orders/V1000__promised_days.sql";

	private static final String REPORTING = "db/migration/reporting/V1000__favourites.sql";

	private NextRelease() {
	}

	/// Makes its jar in this folder.
	static Path in(Path folder) {
		try {
			var jar = folder.resolve("cleave-next.jar");
			Files.copy(Path.of(System.getProperty("cleave.jar", "target/cleave.jar")), jar);
			try (var entries = FileSystems.newFileSystem(jar)) {
				var classes = entries.getPath("BOOT-INF/classes");
				Files.writeString(classes.resolve(ORDERS), """
						SET LOCAL lock_timeout = '2s';
						ALTER TABLE orders ADD COLUMN promised_day date;
						""");
				Files.writeString(classes.resolve(REPORTING),
						"""
								CREATE TABLE favourite (account uuid NOT NULL, report text NOT NULL, PRIMARY KEY (account, report));
								CREATE INDEX favourite_by_report ON favourite (report);
								""");
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The next release can't be made", ex);
		}
	}

}
