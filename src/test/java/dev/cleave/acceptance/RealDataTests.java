package dev.cleave.acceptance;

import dev.cleave.realdata.RetailFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A real wholesaler's orders, against figures that code which knows nothing of Cleave adds up from the same file.
class RealDataTests {

	@Test
	void addsUpADayToThePenny() {
		addsUp(RetailFile.sampleDay());
	}

	@Test
	@Tag("real-data")
	void addsUpSevenMonthsToThePenny() {
		addsUp(RetailFile.sevenMonths());
	}

	private static void addsUp(RetailFile file) {
		try (var shop = new Shop(StartedShop.start(Topology.ONE_DATABASE))) {
			RetailShop.goesThrough(shop, file);
		}
	}

}
