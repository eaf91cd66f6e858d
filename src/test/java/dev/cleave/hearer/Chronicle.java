package dev.cleave.hearer;

import java.util.List;
import java.util.function.Consumer;

import dev.cleave.platform.messaging.Generation;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.Remains;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.teller.Told;

import org.springframework.jdbc.core.simple.JdbcClient;

/// A record of what was told that can be written again, after whatever a test wants to happen first.
public class Chronicle implements Remains {

	private final JdbcClient jdbc;

	private volatile Consumer<List<Message<Told>>> first = messages -> {
	};

	Chronicle(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public void first(Consumer<List<Message<Told>>> first) {
		this.first = first;
	}

	@Subscription(value = "hearer.chronicle", rebuildable = true)
	void on(List<Message<Told>> messages) {
		this.first.accept(messages);
		for (var message : messages) {
			this.jdbc.sql("INSERT INTO chronicle (generation, key, number) VALUES (?, ?, ?)")
				.params(Generation.current(), message.data().key(), message.data().number())
				.update();
		}
	}

	@Override
	public String module() {
		return "hearer";
	}

	@Override
	public int remove(int generation, int atMost) {
		return this.jdbc.sql("""
				DELETE FROM chronicle WHERE (generation, place) IN (
					SELECT generation, place FROM chronicle WHERE generation = ? LIMIT 7)
				""").param(generation).update();
	}

}
