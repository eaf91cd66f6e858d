package dev.cleave.platform.messaging.delivery;

import java.time.Duration;
import java.util.stream.IntStream;

import dev.cleave.platform.messaging.Engine;
import dev.cleave.platform.messaging.SharedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Generations are built from topics as from logs, also from what topics have forgotten.
class GenerationsOverKafkaTests extends GenerationsTests {

	private static final Duration LONG = Duration.ofSeconds(40);

	private final String topics = SharedBroker.freshPrefix();

	@Override
	Engine start(String url, String... properties) {
		return SharedBroker.engine(url, this.topics, properties);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 1 })
	void buildsFromWhatTopicsHaveForgotten(double part) {
		tell("a", 1, 450);
		tell("b", 1, 7);
		await().until(() -> written(1) == 457);
		SharedBroker.forget(this.topics + "teller", part);

		rebuilds().begin("hearer");
		await().atMost(LONG).until(() -> serving() == 2);

		assertThat(chronicle(2, "a")).isEqualTo(IntStream.rangeClosed(1, 450).boxed().toList());
		assertThat(chronicle(2, "b")).isEqualTo(IntStream.rangeClosed(1, 7).boxed().toList());
		await().atMost(LONG).until(() -> SharedBroker.topics(this.topics + "teller.again-").isEmpty());
		tell("a", 451, 455);
		await().until(() -> written(2) == 462);
	}

	@Test
	void buildsFromTheLogWhenItsTopicIsGone() {
		tell("a", 1, 120);
		await().until(() -> written(1) == 120);
		SharedBroker.delete(this.topics + "teller");
		tell("a", 121, 130);
		await().atMost(LONG).until(() -> written(1) == 130);

		rebuilds().begin("hearer");
		await().atMost(LONG).until(() -> serving() == 2);

		assertThat(chronicle(2, "a")).isEqualTo(IntStream.rangeClosed(1, 130).boxed().toList());
	}

	@Test
	void buildsFromWhatIsForgottenWhileMessagesComeIn() {
		tell("a", 1, 900);
		await().until(() -> written(1) == 900);
		SharedBroker.forget(this.topics + "teller", 1);
		try (var second = start(url())) {
			rebuilds().begin("hearer");
			for (int number = 901; serving() == 1; number++) {
				tell("a", number, number);
				second.tell(new dev.cleave.teller.Told("b", number));
			}
		}

		var last = chronicle(2, "a").getLast();
		assertThat(chronicle(2, "a")).isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
		assertThat(last).isGreaterThan(900);
	}

}
