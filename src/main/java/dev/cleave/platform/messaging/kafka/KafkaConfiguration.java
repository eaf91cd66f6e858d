package dev.cleave.platform.messaging.kafka;

import java.time.Clock;

import dev.cleave.platform.MissingSettingException;
import dev.cleave.platform.messaging.MessagingSettings;
import dev.cleave.platform.messaging.log.LocalLogs;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the `kafka` transport, where that is chosen.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cleave.messaging.transport", havingValue = "kafka")
class KafkaConfiguration {

	@Bean
	KafkaClients kafkaClients(KafkaSettings settings) {
		if (settings.bootstrapServers().isBlank()) {
			throw new MissingSettingException("cleave.messaging.kafka.bootstrap-servers",
					"Messages go over Kafka, as cleave.messaging.transport says.");
		}
		return new KafkaClients(settings);
	}

	@Bean
	Topics kafkaTopics(KafkaClients clients, KafkaSettings settings) {
		return new Topics(clients, settings);
	}

	@Bean
	KafkaForwarding kafkaForwarding(KafkaClients clients, Topics topics) {
		return new KafkaForwarding(clients, topics);
	}

	@Bean
	KafkaTransport kafkaTransport(KafkaClients clients, Topics topics, Replays replays, Clock clock) {
		return new KafkaTransport(clients, topics, replays, clock);
	}

	@Bean
	Replays kafkaReplays(KafkaClients clients, Topics topics, Clock clock) {
		return new Replays(clients, topics, clock);
	}

	@Bean
	Replayer kafkaReplayer(LocalLogs logs, Replays replays, KafkaClients clients, KafkaForwarding forwarding,
			MessagingSettings settings) {
		return new Replayer(logs, replays, new ReplayProgress(clients), forwarding, settings);
	}

}
