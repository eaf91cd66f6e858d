package dev.cleave.platform.messaging.log;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import dev.cleave.platform.messaging.Command;
import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

import org.springframework.util.ReflectionUtils;

/// What the annotations on a message record say about it.
///
/// @param name logical name with version
/// @param kind `event` or `command`
/// @param subject reads the aggregate's key
public record MessageType(String name, String kind, Class<?> payload, Method subject) {

	private static final ClassValue<Optional<MessageType>> TYPES = new ClassValue<>() {

		@Override
		protected Optional<MessageType> computeValue(Class<?> payload) {
			return read(payload);
		}

	};

	/// Empty when the class is no message.
	public static Optional<MessageType> of(Class<?> payload) {
		return TYPES.get(payload);
	}

	/// All message types that a payload parameter of this class admits.
	public static Stream<MessageType> admittedBy(Class<?> payload) {
		if (payload.isSealed()) {
			return Arrays.stream(payload.getPermittedSubclasses()).flatMap(MessageType::admittedBy);
		}
		return Stream.of(of(payload).orElseThrow(() -> new IllegalStateException(
				"%s is no message: annotate it with @Event or @Command".formatted(payload.getName()))));
	}

	/// The module in whose vocabulary the message stands: an event's sender, a command's
	/// receiver.
	public String module() {
		return this.name.substring(0, this.name.indexOf('.'));
	}

	public boolean isCommand() {
		return "command".equals(this.kind);
	}

	String subjectOf(Object message) {
		return String.valueOf(ReflectionUtils.invokeMethod(this.subject, message));
	}

	private static Optional<MessageType> read(Class<?> payload) {
		var event = payload.getAnnotation(Event.class);
		var command = payload.getAnnotation(Command.class);
		if (event == null && command == null) {
			return Optional.empty();
		}
		var subject = Stream.ofNullable(payload.getRecordComponents())
			.flatMap(Arrays::stream)
			.filter(component -> component.isAnnotationPresent(Subject.class))
			.map(RecordComponent::getAccessor)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"%s needs a record component marked @Subject".formatted(payload.getName())));
		subject.setAccessible(true);
		return Optional.of((event != null) ? new MessageType(event.value(), "event", payload, subject)
				: new MessageType(command.value(), "command", payload, subject));
	}

}
