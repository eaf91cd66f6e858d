package dev.cleave.contracts;

import java.lang.reflect.Modifier;
import java.util.Arrays;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.cleave.platform.messaging.log.MessageType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Makes the JSON Schema of a message from its record. A component is required unless it is `@Nullable`.
final class MessageSchemas {

	private final SchemaGenerator generator;

	MessageSchemas() {
		var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
			.with(Option.INLINE_ALL_SCHEMAS, Option.STANDARD_FORMATS, Option.EXTRA_OPEN_API_FORMAT_VALUES);
		builder.forTypesInGeneral()
			.withPropertySorter((one, other) -> 0)
			.withDescriptionResolver(scope -> DocComments.of(scope.getType().getErasedType()));
		builder.forFields()
			.withIgnoreCheck(field -> Modifier.isStatic(field.getRawMember().getModifiers()))
			.withNullableCheck(MessageSchemas::isNullable)
			.withRequiredCheck(field -> !isNullable(field))
			.withDescriptionResolver(field -> field.isFakeContainerItemScope() ? null
					: DocComments.of(field.getRawMember().getDeclaringClass(), field.getName()));
		this.generator = new SchemaGenerator(builder.build());
	}

	ObjectNode of(MessageType type) {
		var schema = ContractFiles.JSON.createObjectNode();
		schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
		schema.put("$id", "urn:cleave:" + type.name());
		schema.put("title", type.name());
		schema.put("description", DocComments.of(type.payload()));
		schema.put("x-kind", type.kind());
		schema.put("x-subject", subject(type));
		schema.setAll(this.generator.generateSchema(type.payload()));
		return schema;
	}

	/// The component that says whose order the message keeps.
	private static String subject(MessageType type) {
		return Arrays.stream(type.payload().getRecordComponents())
			.filter(component -> component.getAccessor().equals(type.subject()))
			.findFirst()
			.orElseThrow()
			.getName();
	}

	private static boolean isNullable(FieldScope field) {
		return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

}
