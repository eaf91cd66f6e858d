package dev.cleave.platform.local;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which servers Cleave starts for itself and where they keep their data (`cleave.local.*`).
///
/// @param postgres `auto` starts a PostgreSQL when no `spring.datasource.url` is set
/// @param redis `auto` starts a Redis when `spring.data.redis` names no server
/// @param directory the folder of the data, kept between runs; one running Cleave at a time
/// @param programs where the servers' programs are unpacked; by default in `bin` of the directory
/// @param fsync whether committed data survives a power cut; false is for tests, which throw it away
public record LocalSettings(@DefaultValue("auto") Choice postgres, @DefaultValue("auto") Choice redis,
		@DefaultValue(".cleave") Path directory, @Nullable Path programs, @DefaultValue("true") boolean fsync) {

	public LocalSettings {
		directory = directory.toAbsolutePath().normalize();
	}

	/// The settings of servers whose data nobody will miss.
	public static LocalSettings throwaway(Path directory, Path programs) {
		return new LocalSettings(Choice.ON, Choice.ON, directory, programs, false);
	}

	Path programsOrDefault() {
		return (this.programs != null) ? this.programs.toAbsolutePath() : this.directory.resolve("bin");
	}

	/// Whether to start a server.
	public enum Choice {

		AUTO, ON, OFF;

		boolean starts(boolean configured) {
			return this == ON || (this == AUTO && !configured);
		}

	}

}
