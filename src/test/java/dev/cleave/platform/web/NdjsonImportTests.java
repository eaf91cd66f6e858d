package dev.cleave.platform.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.cleave.platform.web.ImportOutcome.Accepted;
import dev.cleave.platform.web.ImportOutcome.Refused;
import dev.cleave.platform.web.ImportOutcome.Unchanged;
import dev.cleave.platform.web.ImportReport.RefusedLine;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class NdjsonImportTests {

	private final NdjsonImport imports = new NdjsonImport(
			JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build(),
			Validation.buildDefaultValidatorFactory().getValidator());

	private final List<List<Integer>> chunks = new ArrayList<>();

	@Test
	void handsOnChunksAndCountsWhatBecameOfThem() throws IOException {
		var report = read("{\"n\":1}\n{\"n\":2}\r\n\n  \n{\"n\":3}\n{\"n\":4}", 2);

		assertThat(this.chunks).containsExactly(List.of(1, 2), List.of(3, 4));
		assertThat(report).isEqualTo(new ImportReport(2, 1, List.of(new RefusedLine(5, "three", "No threes.")), 1));
	}

	@Test
	void refusesALineThatCannotBeReadAndNoOther() throws IOException {
		var report = read("{\"n\":1}\n{\"n\":\n{\"n\":1,\"m\":1}\n{\"n\":0}\n{\"n\":[]}\nnull\n{\"n\":2}", 10);

		assertThat(this.chunks).containsExactly(List.of(1, 2));
		assertThat(report.refused()).extracting(RefusedLine::line).containsExactly(2L, 3L, 4L, 5L, 6L);
		assertThat(report.refused()).extracting(RefusedLine::code)
			.containsExactly("json-malformed", "field-unknown", "invalid", "json-mismatch", "json-mismatch");
		assertThat(report.refused().get(2).detail()).isEqualTo("/n must be greater than 0");
		assertThat(report.toString()).doesNotContain("java.", "jackson", "Exception");
	}

	@Test
	void skipsALineThatIsTooLongWithoutKeepingIt() throws IOException {
		var long1 = "{\"n\":1,\"x\":\"" + "a".repeat(NdjsonImport.LINE_LIMIT) + "\"}";

		var report = read(long1 + "\n{\"n\":2}\n" + long1, 10);

		assertThat(this.chunks).containsExactly(List.of(2));
		assertThat(report.refused()).extracting(RefusedLine::line).containsExactly(1L, 3L);
		assertThat(report.refused()).extracting(RefusedLine::code).containsOnly("line-too-long");
	}

	@Test
	void namesTheFirstThousandRefusalsAndCountsAll() throws IOException {
		var report = read("x\n".repeat(1_500), 10);

		assertThat(report.refused()).hasSize(1_000);
		assertThat(report.refusedCount()).isEqualTo(1_500);
	}

	@Test
	void readsLinesAcrossTheEdgesOfItsBuffer() throws IOException {
		var lines = IntStream.rangeClosed(1, 30_000).mapToObj(n -> "{\"n\":" + n * 2 + "}").toList();

		var report = read(String.join("\n", lines), 1_000);

		assertThat(report.accepted() + report.unchanged() + report.refusedCount()).isEqualTo(30_000);
		assertThat(this.chunks.stream().flatMap(List::stream)).hasSize(30_000).startsWith(2, 4, 6).endsWith(60_000);
	}

	@Test
	void fillsAChunkByBytesToo() throws IOException {
		var line = "{\"n\":1,\"text\":\"%s\"}\n".formatted("x".repeat(300_000));

		read(line.repeat(10), 100);

		assertThat(this.chunks).extracting(List::size).containsExactly(4, 4, 2);
	}

	/// What is kept of a million lines would be a hundred times what is allowed here.
	@Test
	void keepsNothingOfAStreamOfAnyLength() throws IOException {
		var lines = 1_000_000;
		var padding = "x".repeat(500);
		var stream = new GeneratedLines(lines, number -> "{\"n\":%d,\"text\":\"%s\"}\n".formatted(number + 1, padding));
		var before = liveBytes();
		var after = new AtomicLong();

		var report = this.imports.read(stream, Row.class, 500, chunk -> {
			if (chunk.getLast().number() == lines) {
				after.set(liveBytes());
			}
			return chunk.stream().map(line -> outcome(3)).toList();
		});

		assertThat(report.refusedCount()).isEqualTo(lines);
		assertThat(after.get() - before).as("bytes kept").isLessThan(8_000_000);
	}

	private static long liveBytes() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private ImportReport read(String body, int chunkSize) throws IOException {
		InputStream source = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
		return this.imports.read(source, Row.class, chunkSize, lines -> {
			this.chunks.add(lines.stream().map(line -> line.value().n()).toList());
			return lines.stream().map(line -> outcome(line.value().n())).toList();
		});
	}

	private static ImportOutcome outcome(int number) {
		return switch (number) {
			case 3 -> new Refused("three", "No threes.");
			case 4 -> new Unchanged();
			default -> new Accepted();
		};
	}

	record Row(@Positive int n, @Nullable String text) {
	}

}
