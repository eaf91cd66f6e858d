package dev.cleave.platform.messaging.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.cleave.platform.Fail;
import dev.cleave.platform.messaging.log.Forwarding;
import dev.cleave.platform.messaging.log.LoggedMessage;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.springframework.dao.TransientDataAccessResourceException;

/// Sends a module's log to its topic. Whatever goes wrong passes: the same messages are sent again until all of them are
/// acknowledged, and who reads the topic drops what he has.
class KafkaForwarding implements Forwarding {

	/// The database ends the transaction of a worker that stands idle for 15 seconds.
	private static final Duration PATIENCE = Duration.ofSeconds(8);

	private final KafkaClients clients;

	private final Topics topics;

	KafkaForwarding(KafkaClients clients, Topics topics) {
		this.clients = clients;
		this.topics = topics;
	}

	@Override
	public void forward(List<LoggedMessage> messages) {
		var topic = this.topics.of(messages.getFirst().source());
		try {
			this.topics.ensure(topic);
			send(messages.stream().map(message -> Envelope.seal(topic, message)).toList());
			Fail.point("kafka.acknowledged");
		}
		catch (RuntimeException ex) {
			this.topics.doubt(topic);
			throw new TransientDataAccessResourceException(
					"%d messages can't be sent to %s yet: %s".formatted(messages.size(), topic, ex.getMessage()), ex);
		}
	}

	/// Returns when all are acknowledged.
	void send(List<ProducerRecord<byte[], byte[]>> records) {
		var deadline = System.nanoTime() + PATIENCE.toNanos();
		var acknowledged = new ArrayList<Future<?>>();
		for (var record : records) {
			acknowledged.add(this.clients.producer().send(record));
		}
		Fail.point("kafka.sent");
		for (var one : acknowledged) {
			try {
				one.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new TransientDataAccessResourceException("Interrupted", ex);
			}
			catch (ExecutionException | TimeoutException ex) {
				throw new TransientDataAccessResourceException(String.valueOf(ex.getMessage()), ex);
			}
		}
	}

}
