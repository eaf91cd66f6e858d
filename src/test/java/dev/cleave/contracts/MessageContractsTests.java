package dev.cleave.contracts;

import java.util.stream.Stream;

import dev.cleave.platform.messaging.log.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/// Each message has a schema that is written down, and no change leaves a reader behind.
class MessageContractsTests {

	private static final String RENEW = "./mvnw test -Dtest=MessageContractsTests,DescriptionsTests -Dcleave.contracts=write";

	private static final MessageSchemas SCHEMAS = new MessageSchemas();

	static Stream<MessageType> messages() {
		return Messages.all().stream();
	}

	@ParameterizedTest
	@MethodSource("messages")
	void understandsAndIsUnderstoodByEveryFormerEdition(MessageType type) {
		var now = SCHEMAS.of(type);

		var editions = Stream.concat(ContractFiles.formerly(type.name()).stream(),
				Stream.of(ContractFiles.message(type.name())));

		assertThat(editions).allSatisfy(file -> ContractFiles.read(file)
			.ifPresent(former -> assertThat(Compatibility.breaks(former, now)).as("""
					%s is read for ever and by others. What %s breaks of %s;
					leave it as it is and add a v2 beside it:
					""", type.name(), type.payload().getSimpleName(), file).isEmpty()));
	}

	@ParameterizedTest
	@MethodSource("messages")
	void isWrittenDown(MessageType type) {
		var file = ContractFiles.message(type.name());
		var now = SCHEMAS.of(type);
		var written = ContractFiles.read(file);
		if (ContractFiles.areRenewed()) {
			written
				.filter(former -> !Compatibility.sameShape(former, now) && Compatibility.breaks(former, now).isEmpty())
				.ifPresent(_ -> ContractFiles.retire(type.name()));
			if (written.filter(former -> !Compatibility.breaks(former, now).isEmpty()).isEmpty()) {
				ContractFiles.write(file, now);
			}
			abort("%s is written anew".formatted(file));
		}

		assertThat(written.map(ContractFiles::text).orElse("")).as("""
				%s
				is not what %s says. If that is meant: %s
				""", file, type.payload().getName(), RENEW).isEqualTo(ContractFiles.text(now));
	}

	@Test
	void noMessageIsForgotten() {
		assertThat(messages().map(MessageType::name)).as("messages; what was ever sent stands in the log")
			.hasSizeGreaterThan(20)
			.containsAll(ContractFiles.messages());
	}

}
