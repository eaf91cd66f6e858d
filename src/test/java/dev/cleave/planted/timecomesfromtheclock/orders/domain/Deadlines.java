package dev.cleave.planted.timecomesfromtheclock.orders.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;

import org.springframework.context.annotation.Bean;

class Deadlines {

	Instant instant() {
		return Instant.now();
	}

	LocalDate today() {
		return LocalDate.now(ZoneOffset.UTC);
	}

	long millis() {
		return System.currentTimeMillis();
	}

	Date date() {
		return new Date();
	}

	Calendar calendar() {
		return Calendar.getInstance();
	}

	Clock clock() {
		return Clock.systemUTC();
	}

	Instant allowed(Clock clock) {
		return Instant.now(clock).plusNanos(System.nanoTime());
	}

	@Bean
	Clock theClock() {
		return Clock.systemUTC();
	}

}
