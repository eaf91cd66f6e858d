package dev.cleave.architecture;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.platform.messaging.Command;
import dev.cleave.platform.messaging.Event;

/// `events` and `commands` hold records and sealed interfaces of records. Records are made of JDK types, ids of the own
/// module and records of the same room. A message's name starts with its module and says the room it stands in.
final class MessagesAreRecordsOfPlainValues extends Rule {

	@Override
	List<String> offences(Code code) {
		return found(code.classes()
			.stream()
			.filter(Rooms.inBusiness(code, Rooms.MESSAGES))
			.filter(type -> !type.getSimpleName().equals("package-info"))
			.toList(), "events and commands", code).stream().flatMap(type -> offences(type, code)).toList();
	}

	private static Stream<String> offences(JavaClass type, Code code) {
		if (type.isInterface() && type.reflect().isSealed()) {
			return Stream.empty();
		}
		if (!type.isRecord()) {
			return Stream.of("%s is neither a record nor a sealed interface".formatted(type.getName()));
		}
		return Stream.concat(misnamed(type, code), foreignValues(type, code));
	}

	private static Stream<String> misnamed(JavaClass type, Code code) {
		var event = type.tryGetAnnotationOfType(Event.class).map(Event::value);
		var command = type.tryGetAnnotationOfType(Command.class).map(Command::value);
		var room = type.getPackageName().contains(".events") ? event : command;
		var other = type.getPackageName().contains(".events") ? command : event;
		var start = code.moduleOf(type.getPackageName()) + "." + type.getSimpleName() + ".v";
		return (other.isPresent() || room.filter(name -> !name.startsWith(start)).isPresent())
				? Stream.of("%s is not named %s… in its room".formatted(type.getName(), start)) : Stream.empty();
	}

	private static Stream<String> foreignValues(JavaClass type, Code code) {
		return type.getFields()
			.stream()
			.filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
			.map(JavaField::getType)
			.map(value -> value.getAllInvolvedRawTypes())
			.flatMap(Collection::stream)
			.map(JavaClass::getBaseComponentType)
			.filter(value -> !isPlain(value, type, code))
			.map(value -> "%s carries a %s".formatted(type.getName(), value.getName()));
	}

	private static boolean isPlain(JavaClass value, JavaClass message, Code code) {
		var ownRoot = code.root() + "." + code.moduleOf(message.getPackageName());
		return value.isPrimitive() || value.getPackageName().startsWith("java.") || (value.isRecord()
				&& (value.getPackageName().equals(message.getPackageName()) || value.getPackageName().equals(ownRoot)));
	}

}
