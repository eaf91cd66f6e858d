package dev.cleave.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.cleave.acceptance.SteadyLoad.Visit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A module's only process stands still for a while, as in a very long pause, and nobody is told. Whoever asks the others
/// notices nothing; whoever asks it is told to come back, and comes back in the end.
@Tag("topologies")
@ExtendWith(SplitShop.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs signals")
class FrozenModuleIT {

	private static final System.Logger log = System.getLogger(FrozenModuleIT.class.getName());

	private static final Duration FROZEN = Duration.ofSeconds(30);

	private static final Duration SETTLED = Duration.ofSeconds(60);

	private static final int PER_SECOND = 5;

	private static final int PATIENT = 20;

	@ParameterizedTest
	@ValueSource(strings = { "auth", "inventory", "orders", "reporting" })
	void leavesTheOthersAlone(String module, Shop shop) {
		var cluster = ((ShopOfCluster) shop.system()).cluster();
		var node = cluster.node(module + "-1");
		try (var trade = new DailyTrade(shop); var bothered = new DailyTrade(shop)) {
			var others = trade.load(PER_SECOND).without(module);
			var atIt = bothered.load(PER_SECOND).only(module);
			trade.awaitSwift(others);

			node.freeze();
			var thawed = CompletableFuture.runAsync(node::thaw,
					CompletableFuture.delayedExecutor(FROZEN.toMillis(), TimeUnit.MILLISECONDS));
			var patient = CompletableFuture.supplyAsync(() -> buyAll(bothered), Thread::startVirtualThread);
			var noticing = CompletableFuture
				.supplyAsync(
						() -> atIt.during(() -> Eventually.within(Duration.ofSeconds(10),
								() -> assertThat(cluster.balancer().isUp(node)).isFalse())),
						Thread::startVirtualThread);
			var sentAway = noticing.thenApply((_) -> atIt.during(Duration.ofSeconds(15)));
			var served = others.during(thawed::join);
			cluster.balancer().awaitUp(node);
			var begin = System.nanoTime();
			shop.system().checker().orElseThrow().awaitRest(SETTLED);

			log.log(System.Logger.Level.INFO,
					"{0} frozen: {1} of the others served, {2} waited until it was noticed, {3} sent away in at most {4} ms, at rest {5} ms after the thaw",
					module, served.size(), noticing.join().size(), sentAway.join().size(), slowest(sentAway.join()),
					(System.nanoTime() - begin) / 1_000_000);
			assertThat(SteadyLoad.sentAway(served)).isEmpty();
			assertThat(served).hasSizeGreaterThan(PER_SECOND * 20);
			assertThat(noticing.join()).allMatch(FrozenModuleIT::isServedOrToldToComeBack);
			assertThat(sentAway.join()).isNotEmpty()
				.allMatch((visit) -> visit.words().startsWith("answer 503 "))
				.allMatch((visit) -> visit.nanos() < Duration.ofSeconds(1).toNanos());
			assertThat(patient.join()).hasSize(PATIENT).allMatch((answer) -> answer.status() < 300);
			shop.check();
			trade.checkDeliveries();
			bothered.checkDeliveries();
		}
	}

	/// Some come too late to be kept waiting.
	private static boolean isServedOrToldToComeBack(Visit visit) {
		return visit.served() || visit.words().startsWith("answer 503 ") || visit.words().startsWith("answer 504 ");
	}

	private static List<Answer> buyAll(DailyTrade trade) {
		var buyer = trade.patientBuyer();
		return new Crowd(PATIENT, PATIENT).each((_) -> buyer.place(trade.basket(), 0));
	}

	private static long slowest(List<Visit> visits) {
		return visits.stream().mapToLong(Visit::nanos).max().orElse(0) / 1_000_000;
	}

}
