package dev.cleave.platform.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import org.springframework.core.io.ClassPathResource;
import redis.embedded.RedisExecProvider;

/// The server program, one for each kind of machine, that the embedded-redis jar carries.
final class RedisProgram {

	/// Present only where the programs are on the class path, which they are not in the
	/// deployed jar.
	static final String REQUIRED_CLASS = "redis.embedded.RedisExecProvider";

	private RedisProgram() {
	}

	/// Unpacks it once, beside its final name, so that nobody ever starts half a program.
	static Path unpack(Path programs) throws IOException {
		var resource = new ClassPathResource(
				"redis-server-%s-%s-%s".formatted(RedisExecProvider.redisVersion, system(), processor()));
		if (!resource.exists()) {
			throw new IOException("there is no %s".formatted(resource.getPath()));
		}
		var program = programs.resolve(resource.getPath());
		if (!Files.isExecutable(program)) {
			PrivateFolder.create(programs);
			var unfinished = Files.createTempFile(programs, resource.getPath(), null);
			try (var content = resource.getInputStream()) {
				Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
			}
			unfinished.toFile().setExecutable(true);
			Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
		}
		return program;
	}

	private static String system() {
		var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		return name.startsWith("mac") ? "darwin" : name;
	}

	private static String processor() {
		var name = System.getProperty("os.arch");
		return switch (name) {
			case "aarch64" -> "arm64";
			case "x86_64" -> "amd64";
			default -> name;
		};
	}

}
