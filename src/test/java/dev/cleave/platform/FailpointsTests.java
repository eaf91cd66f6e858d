package dev.cleave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class FailpointsTests {

	@Test
	void failsAtThePlaceAndTimeThatIsNamed() {
		var points = new Failpoints("here=throw@2; there=sleep:1");

		points.reached("here");
		points.reached("elsewhere");
		points.reached("there");

		assertThatIllegalStateException().isThrownBy(() -> points.reached("here")).withMessageContaining("here");
		assertThatNoException().isThrownBy(() -> points.reached("here"));
	}

	@Test
	void notesWhereItCameBy(@TempDir Path folder) throws IOException {
		var file = folder.resolve("points");
		var points = new Failpoints("*=note:" + file);

		points.reached("one");
		points.reached("two");

		assertThat(Files.readAllLines(file)).isEqualTo(List.of("one", "two"));
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Failpoints("here=explode").reached("here"));
	}

	@Test
	void areRefusedInProduction() {
		try (var context = new GenericApplicationContext()) {
			context.getEnvironment().setActiveProfiles(Production.PROFILE);
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test", Map.of("cleave.local.postgres", "off", "cleave.local.redis",
						"off", "cleave.sample-shop", "false", "spring.data.redis.host", "redis", Fail.SETTING, "")));

			assertThatExceptionOfType(UnfitSettingException.class)
				.isThrownBy(() -> new ProductionCheck().initialize(context))
				.withMessageContaining(Fail.SETTING);
		}
	}

}
