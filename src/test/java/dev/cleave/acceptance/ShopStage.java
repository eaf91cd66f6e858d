package dev.cleave.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

import dev.cleave.model.Sequence;
import dev.cleave.model.Stage;

/// A shop in which sequences are tried, many at a time or one by one.
final class ShopStage implements Stage<Deed>, AutoCloseable {

	private static final Duration REST = Duration.ofSeconds(60);

	private final Shop shop;

	private final TimeMachine time;

	private final StateTable table;

	private final Map<String, LongAdder> moves = new ConcurrentSkipListMap<>();

	ShopStage(Map<String, String> databases, Class<?>... parts) {
		this.shop = new Shop(StartedShop.start(databases, parts));
		this.time = new TimeMachine(StartedShop.asAdministrator(databases).get("orders"));
		this.table = StateTable.of(this.shop);
	}

	/// Plays them at the same time, though not all of them at once; returns what clients
	/// find wrong, by sequence.
	List<Played> play(List<Sequence<Deed>> sequences, int atOnce) {
		var grounds = Ground.prepare(this.shop, sequences.size());
		var episodes = new Crowd(sequences.size(), atOnce)
			.each((number) -> new Episode(this.shop, grounds.get(number), this.time, sequences.get(number)).play());
		this.time.awaitExpiries();
		this.shop.system().checker().orElseThrow().awaitRest(REST);
		return new Crowd(sequences.size(), atOnce)
			.each((number) -> new Played(sequences.get(number), episodes.get(number).audit(this.table, this.moves)));
	}

	/// The moves that orders made so far.
	Map<String, LongAdder> moves() {
		return this.moves;
	}

	/// What the checker finds wrong, in words; nothing if all is well.
	List<String> broken() {
		return new ArrayList<>(this.shop.system().checker().orElseThrow().broken(this.shop.history()).values());
	}

	@Override
	public Optional<String> failure(Sequence<Deed> sequence) {
		var faults = play(List.of(sequence), 1).getFirst().faults();
		return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", faults));
	}

	@Override
	public void close() {
		this.shop.close();
	}

	/// @param faults nothing if all is well
	record Played(Sequence<Deed> sequence, List<String> faults) {

	}

}
