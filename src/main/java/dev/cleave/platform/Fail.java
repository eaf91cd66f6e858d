package dev.cleave.platform;

/// The places where truth changes hands: between a commit and whoever is told of it, between an effect and what says that
/// it was had. A test has the process die there, or stand still, to see that nothing is lost or doubled.
///
/// Costs nothing unless the system property `cleave.failpoints` is set, which production refuses.
public final class Fail {

	/// Such as `orders.placed=halt@20;log.moved=sleep:200`.
	public static final String SETTING = "cleave.failpoints";

	private static final boolean ON = System.getProperty(SETTING) != null;

	private Fail() {
	}

	/// @param name of a place in the code; no two have the same
	public static void point(String name) {
		if (ON) {
			Failpoints.ARMED.reached(name);
		}
	}

}
