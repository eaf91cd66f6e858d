package dev.cleave;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/// That nobody writes a line into the log, or into the terminal of whoever reads it, by what he sends.
@Tag("S31")
@NullMarked
class LogLinesTests {

	private static final String FORGED = "nobody\r\n2026-01-01 INFO root signed in\u001b[2J\u001b]0;owned\u0007\u2028\u0085\u0000";

	private final LoggerContext context = new LoggerContext();

	@ParameterizedTest
	@ValueSource(strings = { "application.yml", "application-local.yml" })
	void keepsAMessageOnOneLine(String file) throws IOException {
		var encoder = new PatternLayoutEncoder();
		encoder.setPattern(setting(file, "logging.pattern.console"));

		var line = encoded(encoder, null);

		assertThat(line).contains("nobody", "root signed in").endsWith("\n");
		assertThat(line.strip().codePoints()).noneMatch(
				(character) -> Character.isISOControl(character) || character == '\u2028' || character == '\u2029');
	}

	@Test
	void writesJsonInProductionOneObjectToALine() throws IOException {
		var encoder = new StructuredLogEncoder();
		encoder.setFormat(setting("application-production.yml", "logging.structured.format.console"));
		this.context.putObject(Environment.class.getName(), new StandardEnvironment());

		var line = encoded(encoder, new IllegalStateException(FORGED));

		assertThat(line.strip().codePoints()).noneMatch(Character::isISOControl);
		assertThat(JsonMapper.shared().readTree(line).path("message").asString()).isEqualTo("Refused " + FORGED);
		assertThat(JsonMapper.shared().readTree(line).at("/error/stack_trace").asString()).contains("LogLinesTests");
	}

	private String encoded(EncoderBase<ILoggingEvent> encoder, @org.jspecify.annotations.Nullable Throwable failure) {
		encoder.setContext(this.context);
		encoder.start();
		var event = new LoggingEvent(getClass().getName(), this.context.getLogger("dev.cleave.Test"), Level.WARN,
				"Refused {}", failure, new Object[] { FORGED });
		event.setMDCPropertyMap(Map.of("traceId", "0af7651916cd43dd8448eb211c80319c"));
		return new String(encoder.encode(event), StandardCharsets.UTF_8);
	}

	private static String setting(String file, String name) throws IOException {
		return new YamlPropertySourceLoader().load(file, new ClassPathResource(file))
			.stream()
			.map((source) -> source.getProperty(name))
			.filter(java.util.Objects::nonNull)
			.map(String::valueOf)
			.findFirst()
			.orElseThrow();
	}

}
