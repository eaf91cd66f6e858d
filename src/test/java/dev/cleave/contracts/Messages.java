package dev.cleave.contracts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.cleave.Cleave;
import dev.cleave.platform.messaging.Command;
import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.log.MessageType;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// All messages of the product, but none of those that tests send.
final class Messages {

	private Messages() {
	}

	static List<MessageType> all() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Event.class));
		scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
		return scanner.findCandidateComponents(Cleave.class.getPackageName())
			.stream()
			.map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
			.filter(type -> placeOf(type).equals(placeOf(Cleave.class)))
			.map(MessageType::of)
			.flatMap(found -> Stream.of(found.orElseThrow()))
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.toList();
	}

	private static Object placeOf(Class<?> type) {
		return type.getProtectionDomain().getCodeSource().getLocation();
	}

}
