package dev.cleave.platform.messaging.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.cleave.platform.messaging.log.EventPartitions;
import dev.cleave.platform.messaging.log.Interest;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a feed reads each partition of its logs: in the log's topic or, if that does not have what is next, in one that
/// is filled for this feed.
final class Courses {

	private static final Logger log = LoggerFactory.getLogger(Courses.class);

	private final Interest interest;

	private final Consumer<byte[], byte[]> consumer;

	private final Topics topics;

	private final Replays replays;

	private final Map<TopicPartition, Course> courses = new HashMap<>();

	Courses(Interest interest, Map<String, List<Stretch>> stretches, Consumer<byte[], byte[]> consumer, Topics topics,
			Replays replays) {
		this.interest = interest;
		this.consumer = consumer;
		this.topics = topics;
		this.replays = replays;
		stretches.forEach((source, partitions) -> {
			for (int partition = 0; partition < partitions.size(); partition++) {
				var place = new TopicPartition(topics.of(source), partition);
				this.courses.put(place, Course.ofLog(source, place, partitions.get(partition)));
			}
		});
		consumer.assign(this.courses.keySet());
		begin(all());
	}

	/// Changes with what is read.
	Collection<Course> all() {
		return this.courses.values();
	}

	/// Takes it if it is the next of its partition. Returns whether there is more to read
	/// now.
	boolean accept(ConsumerRecord<byte[], byte[]> received) {
		var course = this.courses.get(new TopicPartition(received.topic(), received.partition()));
		return course != null && course.accept(this.consumer, received, this.interest);
	}

	/// Brings no more than there is room for.
	/// @return whether something waits for room
	boolean regulate() {
		return all().stream().map(course -> course.regulate(this.consumer)).reduce(false, Boolean::logicalOr);
	}

	/// Looks for what is lost or missing.
	/// @return whether it reads elsewhere from now on
	boolean mend() {
		var lost = all().stream().filter(Course::isLost).toList();
		var missing = all().stream()
			.filter(course -> course.misses() && !course.isOver())
			.collect(Collectors.groupingBy(Course::source));
		var over = all().stream().filter(Course::isOver).toList();
		if (!lost.isEmpty()) {
			begin(lost);
		}
		missing.forEach(this::wish);
		if (!over.isEmpty()) {
			exchange(over, over.stream().map(course -> course.backIn(this.topics.of(course.source()))).toList());
		}
		return !missing.isEmpty() || !over.isEmpty();
	}

	private void wish(String source, List<Course> missing) {
		var from = new ArrayList<>(Collections.nCopies(EventPartitions.COUNT, Replay.NOTHING));
		missing.forEach(course -> from.set(course.place().partition(), course.next()));
		var replay = this.replays.wish(source, from);
		log.info("{} misses messages of {}, and has them sent again from {} on", this.interest.subscription(), source,
				from);
		exchange(missing, missing.stream().map(course -> course.again(replay.topic())).toList());
	}

	private void exchange(Collection<Course> some, List<Course> others) {
		some.forEach(course -> this.courses.remove(course.place()));
		others.forEach(course -> this.courses.put(course.place(), course));
		this.consumer.assign(this.courses.keySet());
		begin(others);
		some.stream()
			.filter(Course::isAgain)
			.map(course -> course.place().topic())
			.distinct()
			.filter(topic -> this.courses.keySet().stream().noneMatch(place -> place.topic().equals(topic)))
			.forEach(this.replays::forget);
	}

	private void begin(Collection<Course> some) {
		var places = some.stream().map(Course::place).toList();
		var beginnings = this.consumer.beginningOffsets(places);
		var ends = this.consumer.endOffsets(places);
		some.forEach(course -> course.begin(this.consumer, beginnings, ends));
	}

	/// Wishes for nothing any more.
	void abandon() {
		all().stream()
			.filter(Course::isAgain)
			.map(course -> course.place().topic())
			.distinct()
			.forEach(this.replays::forget);
	}

}
