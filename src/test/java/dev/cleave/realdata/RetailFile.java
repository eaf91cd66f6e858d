package dev.cleave.realdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A gzipped file of invoice lines: the seven months of real data, or the one day of them that is checked in.
public final class RetailFile {

	static final Path DAY = Path.of("src/test/resources/realdata/online-retail-2010-12-01.csv.gz");

	private static final String NAME = "online-retail-2010-12_2011-06.csv.gz";

	private final Path path;

	private RetailFile(Path path) {
		this.path = path;
	}

	/// Opens any such file.
	///
	/// @throws IllegalStateException if it does not exist; the message says what to do
	public static RetailFile open(Path path) {
		if (!Files.isRegularFile(path)) {
			throw new IllegalStateException("There is no invoice file at " + path.toAbsolutePath().normalize()
					+ ". Put " + NAME + " there, or say where it is with -Dcleave.real-data=<path>.");
		}
		return new RetailFile(path);
	}

	/// Opens the seven months, which lie beside the project unless the system property
	/// `cleave.real-data` names a place.
	public static RetailFile sevenMonths() {
		var elsewhere = System.getProperty("cleave.real-data");
		return open(elsewhere == null ? inProject(Path.of("../shared/data", NAME)) : Path.of(elsewhere));
	}

	/// Opens the first day of the file, 2010-12-01, which is part of the project.
	public static RetailFile sampleDay() {
		return open(inProject(DAY));
	}

	/// Streams the lines in the order of the file without holding them. The stream must
	/// be closed.
	public Stream<RetailLine> lines() {
		try {
			var reader = reader();
			var records = new CsvRecords(reader);
			if (!RetailLine.HEADER.equals(read(records))) {
				reader.close();
				throw new IOException("The first line of " + path + " is not " + RetailLine.HEADER);
			}
			return Stream.iterate(read(records), Objects::nonNull, _ -> read(records))
				.map(RetailLine::of)
				.onClose(() -> close(reader));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/// Returns the orders in the order of the file.
	public List<RetailOrder> orders() {
		try (var lines = lines()) {
			return RetailOrder.from(lines);
		}
	}

	/// Opens the bare text, header included.
	BufferedReader reader() throws IOException {
		var zipped = new GZIPInputStream(Files.newInputStream(path), 1 << 16);
		return new BufferedReader(new InputStreamReader(zipped, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
	}

	/// Resolves against the project directory, which the build names and an IDE starts
	/// in.
	static Path inProject(Path path) {
		return Path.of(System.getProperty("basedir", "")).resolve(path);
	}

	private static @Nullable List<String> read(CsvRecords records) {
		try {
			return records.next();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void close(Reader reader) {
		try {
			reader.close();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

}
