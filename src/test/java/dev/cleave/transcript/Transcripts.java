package dev.cleave.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.util.FileSystemUtils;

/// What one shop answered in each test, as files: a folder for each class and a file for each of its tests.
public record Transcripts(Path folder) {

	/// Of a topology in this build.
	public static Transcripts of(String topology) {
		return new Transcripts(Path.of(System.getProperty("basedir", ""), "target", "answers", topology));
	}

	/// @param test such as `OrdersTests.confirms`
	public void write(String test, String text) {
		try {
			var file = this.folder.resolve(test.replaceFirst("\\.", "/") + ".txt");
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Forgets those of a former build.
	public void clear() {
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

	public Set<String> tests() {
		return read().keySet();
	}

	/// By test.
	Map<String, String> read() {
		var texts = new TreeMap<String, String>();
		try (var files = Files.walk(this.folder)) {
			for (var file : files.filter((path) -> path.toString().endsWith(".txt")).toList()) {
				var name = this.folder.relativize(file).toString();
				texts.put(name.substring(0, name.length() - ".txt".length()).replace('/', '.'), Files.readString(file));
			}
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
