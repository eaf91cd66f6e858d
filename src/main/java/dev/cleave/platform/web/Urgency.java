package dev.cleave.platform.web;

/// Who is served first when a node can't serve all; whoever says nothing else is [#NORMAL]. A node that has much to do
/// sends them away from the last to the first: each may use only a share of what the node takes at once, all others
/// counted, so there is room above them.
public enum Urgency {

	/// What others have done already and we must hear, such as that money was paid.
	CRITICAL(100),

	/// What the business lives on.
	HIGH(90),

	/// Looking at something and changing it.
	NORMAL(70),

	/// What can as well be done later: reports, searches, bulk work.
	LOW(40);

	private final int percent;

	Urgency(int percent) {
		this.percent = percent;
	}

	/// How many a node may be at work on when one more of these comes, at least 1.
	int shareOf(int limit) {
		return Math.max(1, limit * this.percent / 100);
	}

}
