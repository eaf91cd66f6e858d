package dev.cleave.platform.messaging;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.cleave.platform.messaging.log.EventPartitions;
import dev.cleave.topology.TestBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/// One broker for all tests of a JVM that do not stop it. It ends with the JVM.
public final class SharedBroker {

	private static final TestBroker BROKER = TestBroker.start();

	private SharedBroker() {
	}

	public static String address() {
		return BROKER.bootstrapServers();
	}

	/// Lets a topic forget a part of each partition: 1 for all of it.
	public static void forget(String topic, double part) {
		try (var admin = admin()) {
			var places = IntStream.range(0, EventPartitions.COUNT)
				.mapToObj(partition -> new TopicPartition(topic, partition))
				.toList();
			var ends = admin
				.listOffsets(places.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
				.all()
				.get();
			admin
				.deleteRecords(places.stream()
					.collect(Collectors.toMap(Function.identity(),
							place -> RecordsToDelete.beforeOffset((long) (ends.get(place).offset() * part)))))
				.all()
				.get();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static void delete(String topic) {
		try (var admin = admin()) {
			admin.deleteTopics(Set.of(topic)).all().get();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// The topics whose names begin so.
	public static Set<String> topics(String prefix) {
		try (var admin = admin()) {
			return admin.listTopics()
				.names()
				.get()
				.stream()
				.filter(topic -> topic.startsWith(prefix))
				.collect(Collectors.toSet());
		}
		catch (ExecutionException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Admin admin() {
		return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()));
	}

	/// What no other test's topics begin with.
	public static String freshPrefix() {
		return "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
	}

	/// A process whose messages go over this broker.
	public static Engine engine(String url, String topicPrefix, String... properties) {
		return Engine.start(url,
				Stream
					.concat(Stream.of("cleave.messaging.transport=kafka",
							"cleave.messaging.kafka.bootstrap-servers=" + address(),
							"cleave.messaging.kafka.topic-prefix=" + topicPrefix), Stream.of(properties))
					.toArray(String[]::new));
	}

}
