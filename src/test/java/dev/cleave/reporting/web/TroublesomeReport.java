package dev.cleave.reporting.web;

import dev.cleave.orders.events.OrderPlaced;
import dev.cleave.platform.messaging.Listener;
import dev.cleave.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A part of reporting that a test brings along: a listener and an endpoint that throw, block or take their time when
/// they are told to.
public class TroublesomeReport {

	public static final String PATH = "/api/v1/reports/troublesome";

	@Bean
	Mood mood() {
		return new Mood();
	}

	@Bean
	Listener<OrderPlaced> troublesome(Mood mood) {
		return new Listener<>("reporting.troublesome", OrderPlaced.class, (messages) -> mood.work());
	}

	@Bean
	AccessRules troublesomeAccess() {
		return (routes) -> routes.open(HttpMethod.GET, PATH);
	}

	@Bean
	TroublesomeController troublesomeController(Mood mood) {
		return new TroublesomeController(mood);
	}

	/// How it feels.
	public static final class Mood {

		private Kind kind = Kind.WELL;

		public synchronized void become(Kind other) {
			this.kind = other;
			notifyAll();
		}

		private synchronized void work() {
			try {
				switch (this.kind) {
					case THROWING -> throw new UnableException();
					case SLOW -> wait(300);
					case BLOCKED -> {
						while (this.kind == Kind.BLOCKED) {
							wait();
						}
					}
					case WELL -> {
					}
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		public enum Kind {

			WELL, THROWING, BLOCKED, SLOW

		}

	}

	/// Without a stack trace, which would fill the log of the tests.
	private static final class UnableException extends RuntimeException {

		UnableException() {
			super("A report that can't be made", null, false, false);
		}

	}

	@RestController
	static class TroublesomeController {

		private final Mood mood;

		TroublesomeController(Mood mood) {
			this.mood = mood;
		}

		@GetMapping(PATH)
		String report() {
			this.mood.work();
			return "{}";
		}

	}

}
