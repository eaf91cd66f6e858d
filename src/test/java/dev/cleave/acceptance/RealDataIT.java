package dev.cleave.acceptance;

import java.time.Duration;

import dev.cleave.realdata.RetailFile;
import dev.cleave.topology.Layout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The real wholesaler's orders in a shop that is split into a process and a database for each module: the same totals as
/// in one process, also once the reports were made anew.
@Tag("topologies")
class RealDataIT {

	private static final Duration REBUILD = Duration.ofMinutes(3);

	@Test
	@ExtendWith(SplitShop.class)
	void addsUpADayToThePenny(Shop shop) {
		addsUp(shop, RetailFile.sampleDay());
	}

	@Test
	@Tag("real-data")
	void addsUpSevenMonthsToThePenny() {
		try (var shop = new Shop(ShopOfCluster.start(Layout.SPLIT))) {
			addsUp(shop, RetailFile.sevenMonths());
		}
	}

	private static void addsUp(Shop shop, RetailFile file) {
		var ledger = RetailShop.goesThrough(shop, file);

		var rebuilder = new Rebuilder(shop.administrator(), Patience.DEFAULT);
		rebuilder.awaitServing(rebuilder.begins(), REBUILD);

		shop.check();
		ledger.compare();
	}

}
