package dev.cleave.hearer;

import java.util.List;
import java.util.function.Consumer;

import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.teller.Told;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes down what it hears, after whatever a test wants to happen first.
public class Hearing {

	private final JdbcClient jdbc;

	private volatile Consumer<List<Message<Told>>> first = messages -> {
	};

	Hearing(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public void first(Consumer<List<Message<Told>>> first) {
		this.first = first;
	}

	@Subscription("hearer.tales")
	void on(List<Message<Told>> messages) {
		this.first.accept(messages);
		for (var message : messages) {
			this.jdbc.sql("INSERT INTO heard (message_id, key, sequence, number) VALUES (?, ?, ?, ?)")
				.params(message.id(), message.data().key(), message.sequence(), message.data().number())
				.update();
		}
	}

}
