package dev.cleave.acceptance;

import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/// Modules that run apart take orders without the broker that lies between them, and talk about them later.
@Tag("topologies")
@ExtendWith(SplitShop.class)
class BrokerAwayIT {

	private static final System.Logger log = System.getLogger(BrokerAwayIT.class.getName());

	private static final Duration AWAY = Duration.ofSeconds(60);

	private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(5);

	private static final Duration DRAINED = Duration.ofSeconds(60);

	private static final int PER_SECOND = 10;

	@Test
	void refusesNoOrderWhileTheBrokerIsDead(Shop shop) {
		var broker = ((ShopOfCluster) shop.system()).cluster().broker();
		var checker = shop.system().checker().orElseThrow();
		try (var trade = new DailyTrade(shop)) {
			var load = trade.load(PER_SECOND);
			trade.awaitSwift(load);
			var before = load.during(BEFORE_AND_AFTER);
			checker.awaitRest(DRAINED);

			broker.stop();
			var meanwhile = load.during(AWAY);
			var unsettled = checker.unrest();
			var afterwards = load.during(broker::startAgain);
			afterwards.addAll(load.during(BEFORE_AND_AFTER));
			var begin = System.nanoTime();
			checker.awaitRest(DRAINED);

			log.log(System.Logger.Level.INFO,
					"{0} served before, {1} without a broker, {2} since; drained {3} ms later", before.size(),
					meanwhile.size(), afterwards.size(), (System.nanoTime() - begin) / 1_000_000);
			assertThat(unsettled).as("what nobody could hear of")
				.anyMatch((words) -> words.contains("unsettled orders"));
			assertThat(SteadyLoad.sentAway(before)).isEmpty();
			assertThat(SteadyLoad.sentAway(meanwhile)).isEmpty();
			assertThat(SteadyLoad.sentAway(afterwards)).isEmpty();
			shop.check();
			trade.checkDeliveries();
		}
	}

}
