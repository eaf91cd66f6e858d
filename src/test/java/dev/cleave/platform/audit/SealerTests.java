package dev.cleave.platform.audit;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SealerTests {

	private final AuditDatabase database = new AuditDatabase();

	private final AuditTrail trail = this.database.trail(new Ration(1, 1, Clock.systemUTC()));

	@Test
	void sealsEachEntryOnceHoweverManyNodesAreAtIt() {
		var nodes = IntStream.range(0, 4)
			.mapToObj((_) -> new Sealer(this.database.jdbc(), this.database.transactions()))
			.toList();

		var sealing = nodes.stream().map((node) -> CompletableFuture.runAsync(() -> {
			for (var round = 0; round < 20; round++) {
				this.trail.record(Deed.done("shelf.moved", "shelf:1"));
				node.seal();
			}
		})).toList();
		sealing.forEach(CompletableFuture::join);
		nodes.getFirst().seal();

		var verdict = new Verification(this.database.jdbc(), Clock.systemUTC()).verify();
		assertThat(verdict.first()).isEmpty();
		assertThat(verdict.entries()).isEqualTo(80);
	}

	@Test
	void sealsALateCommitBehindEarlierOnes() {
		var sealer = new Sealer(this.database.jdbc(), this.database.transactions());
		this.database.transactions().executeWithoutResult((tx) -> {
			this.trail.record(Deed.done("shelf.moved", "shelf:slow"));
			CompletableFuture.runAsync(() -> {
				this.trail.record(Deed.done("shelf.moved", "shelf:fast"));
				sealer.seal();
			}).join();
		});

		sealer.seal();

		assertThat(this.database.jdbc()
			.sql("SELECT subject FROM audit_link JOIN audit_entry ON id = entry ORDER BY sequence")
			.query(String.class)
			.list()).isEqualTo(List.of("shelf:fast", "shelf:slow"));
	}

}
