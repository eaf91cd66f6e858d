package dev.cleave.platform;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

class SchedulesTests {

	@Test
	void doNotWaitForEachOther() throws InterruptedException {
		try (var context = new AnnotationConfigApplicationContext(Schedules.class, Stuck.class, OtherStuck.class,
				Lively.class)) {
			var stuck = context.getBeansOfType(Stuck.class).values();
			for (var each : stuck) {
				assertThat(each.entered.await(20, TimeUnit.SECONDS)).isTrue();
			}

			var lively = context.getBean(Lively.class).rounds.await(20, TimeUnit.SECONDS);

			stuck.forEach((each) -> each.end.countDown());
			assertThat(lively).as("somebody else gets on").isTrue();
		}
	}

	static class Stuck {

		final CountDownLatch entered = new CountDownLatch(1);

		final CountDownLatch end = new CountDownLatch(1);

		@Scheduled(fixedDelay = 1)
		void work() throws InterruptedException {
			this.entered.countDown();
			this.end.await();
		}

	}

	static class OtherStuck extends Stuck {

	}

	static class Lively {

		private final CountDownLatch rounds = new CountDownLatch(3);

		@Scheduled(initialDelay = 5, fixedDelay = 1)
		void work() {
			this.rounds.countDown();
		}

	}

}
