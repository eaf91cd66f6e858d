package dev.cleave.platform.messaging.kafka;

/// A topic is missing, or such that messages would get lost. The message says what to do.
class UnfitTopicException extends RuntimeException {

	UnfitTopicException(String topic, String why, String remedy) {
		super("The topic %s %s. %s".formatted(topic, why, remedy));
	}

}
