package dev.cleave.auth.domain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Makes the file of common passwords from lists with one password a line.
///
/// Arguments: the file to write, the lists to read (UTF-8).
final class CommonPasswordsWriter {

	private static final int SHORTEST = 12;

	private static final int LONGEST = 128;

	/// Ours, which everybody can read.
	private static final List<String> OWN = List.of(AuthSettings.LOCAL_PASSWORD, AuthSettings.LOCAL_SECRET);

	private CommonPasswordsWriter() {
	}

	public static void main(String[] arguments) throws IOException {
		var hashes = Stream.concat(OWN.stream(), Arrays.stream(arguments).skip(1).flatMap(CommonPasswordsWriter::lines))
			.filter((word) -> word.length() >= SHORTEST && word.length() <= LONGEST)
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.mapToLong(CommonPasswords::hash)
			.sorted()
			.distinct()
			.toArray();
		var bytes = ByteBuffer.allocate(hashes.length * CommonPasswords.BYTES);
		for (var hash : hashes) {
			bytes.putShort((short) (hash >>> Integer.SIZE)).putInt((int) hash);
		}
		Files.write(Path.of(arguments[0]), bytes.array());
	}

	private static Stream<String> lines(String file) {
		try {
			return Files.readAllLines(Path.of(file)).stream();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(file + " can't be read", ex);
		}
	}

}
