package dev.cleave.platform.messaging.log;

/// How many partitions every log has, now and for ever: a subject's partition must never change.
public final class EventPartitions {

	public static final int COUNT = 8;

	private EventPartitions() {
	}

}
