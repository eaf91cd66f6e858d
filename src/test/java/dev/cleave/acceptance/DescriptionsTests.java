package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.cleave.contracts.AsyncApi;
import dev.cleave.contracts.AsyncApi.Heard;
import dev.cleave.contracts.WrittenDocuments;
import dev.cleave.platform.messaging.Listener;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.platform.modules.ModuleCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// What a module offers to callers and to other modules is written down as it is.
@AcceptanceTest
@InOneTopology
class DescriptionsTests {

	private final Shop shop;

	DescriptionsTests(Shop shop) {
		this.shop = shop;
	}

	@BeforeEach
	void looksInside() {
		assumeThat(this.shop.system()).as("a shop whose parts can be seen").isInstanceOf(StartedShop.class);
	}

	@Test
	void messagesAreDescribedAsTheyAreHeard() {
		var modules = started().parts(ModuleCatalogue.class).iterator().next();
		var documents = new AsyncApi(modules, heard());

		assertThat(modules.names()).hasSizeGreaterThan(3)
			.allSatisfy((module) -> assertThat(WrittenDocuments.differences(module, "asyncapi", documents.of(module)))
				.isEmpty());
	}

	private List<Heard> heard() {
		var heard = new ArrayList<Heard>();
		started().parts(Listener.class).forEach((one) -> heard.add(new Heard(one.subscription(), one.type())));
		for (var type : started().types()) {
			MethodIntrospector
				.selectMethods(type,
						(MethodIntrospector.MetadataLookup<Subscription>) (method) -> AnnotatedElementUtils
							.findMergedAnnotation(method, Subscription.class))
				.forEach((method, subscription) -> heard.add(new Heard(subscription.value(),
						payload(ResolvableType.forType(method.getGenericParameterTypes()[0])))));
		}
		return heard;
	}

	/// Of a message, or of a list of messages.
	private static Class<?> payload(ResolvableType parameter) {
		var message = (parameter.resolve() == Message.class) ? parameter : parameter.getGeneric(0);
		return Objects.requireNonNull(message.getGeneric(0).resolve());
	}

	private StartedShop started() {
		return (StartedShop) this.shop.system();
	}

}
