package dev.cleave.acceptance;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.cleave.acceptance.Deed.Place;
import dev.cleave.acceptance.Deed.Portion;
import dev.cleave.acceptance.Guess.Guessed;
import dev.cleave.model.Kind;
import dev.cleave.model.Repertoire;

/// Everything that sequences are made of. Most of it makes sense when its turn comes; the rest must be turned away.
final class Deeds {

	private static final int MOST_ORDERS = 3;

	private static final Predicate<Guessed> ANY = (_) -> true;

	static final Repertoire<Guess, Deed> ALL = new Repertoire<>(Guess::new, Guess::take, List.of(
			new Kind<>(4, (guess) -> guess.nextOrder() <= MOST_ORDERS, Deeds::place),
			about(6, is("PENDING"), (order, _) -> new Deed.Settle(order.number())),
			about(1, is("PENDING", "CONFIRMED", "PAID"), (order, _) -> new Deed.Cancel(order.number())),
			new Kind<>(6, (guess) -> guess.any(is("CONFIRMED")), pay(is("CONFIRMED"), 0)),
			new Kind<>(1, (guess) -> guess.any(is("CONFIRMED")), pay(is("CONFIRMED"), 1)),
			new Kind<>(1, (guess) -> guess.any(ANY), pay(ANY, 0)),
			new Kind<>(2, (guess) -> guess.any(hasReference()), Deeds::payAgain),
			about(7, is("PAID", "PARTLY_SHIPPED"),
					(order, random) -> new Deed.Ship(order.number(), some(order.toShip(), random))),
			about(6, is("SHIPPED", "PARTLY_SHIPPED"),
					(order, random) -> new Deed.Deliver(order.number(), some(order.toDeliver(), random))),
			about(5, is("DELIVERED", "PARTLY_RETURNED"), Deeds::takeBack),
			new Kind<>(4, (guess) -> guess.any(Guessed::isOwed), refund(Guessed::isOwed)),
			new Kind<>(1, (guess) -> guess.any(ANY), refund(ANY)),
			about(2, is("PENDING", "CONFIRMED"), (order, _) -> new Deed.RunOut(order.number())),
			about(3, ANY, Deeds::anything),
			new Kind<>(1, (_) -> true, (_, random) -> new Deed.Receive(product(random), 1 + random.nextInt(4))),
			new Kind<>(1, (_) -> true,
					(_, random) -> new Deed.Adjust(product(random), random.nextInt(-2, 3) * 2 - 1, false)),
			new Kind<>(1, (_) -> true, (_, random) -> new Deed.Adjust(Ground.SCARCE, -1 - random.nextInt(3), true)),
			new Kind<>(1, (_) -> true, (_, random) -> new Deed.Reprice(random.nextInt(2), 101 + random.nextInt(50))),
			new Kind<>(1, (guess) -> guess.nextOrder() > 2, (_, _) -> new Deed.Withdraw(1)),
			new Kind<>(3, (guess) -> guess.steps() > 1,
					(guess, random) -> new Deed.Repeat(1 + random.nextInt(guess.steps())))));

	private Deeds() {
	}

	private static Kind<Guess, Deed> about(int weight, Predicate<Guessed> which,
			BiFunction<Guessed, RandomGenerator, Deed> deed) {
		return new Kind<>(weight, (guess) -> guess.any(which),
				(guess, random) -> deed.apply(one(guess.orders(which), random), random));
	}

	private static Predicate<Guessed> is(String... statuses) {
		return (order) -> order.is(statuses);
	}

	private static Predicate<Guessed> hasReference() {
		return (order) -> !order.references().isEmpty();
	}

	private static Deed place(Guess guess, RandomGenerator random) {
		var items = IntStream.rangeClosed(0, random.nextInt(3))
			.mapToObj((_) -> new Place.Item(product(random), 1 + random.nextInt(3)))
			.toList();
		return new Place(guess.nextOrder(), items, random.nextInt(3) == 0);
	}

	private static BiFunction<Guess, RandomGenerator, Deed> pay(Predicate<Guessed> which, long excess) {
		return (guess, random) -> new Deed.Pay(one(guess.orders(which), random).number(), guess.nextReference(),
				excess);
	}

	/// With a reference that is known already, of this order or of another.
	private static Deed payAgain(Guess guess, RandomGenerator random) {
		var known = one(one(guess.orders(hasReference()), random).references(), random);
		return new Deed.Pay(one(guess.orders(random.nextBoolean() ? hasReference() : ANY), random).number(), known,
				random.nextInt(4) / 3);
	}

	private static BiFunction<Guess, RandomGenerator, Deed> refund(Predicate<Guessed> which) {
		return (guess, random) -> new Deed.Refund(one(guess.orders(which), random).number(),
				1 + random.nextInt(guess.nextReference()), random.nextInt(4) / 3 * 100);
	}

	private static Deed takeBack(Guessed order, RandomGenerator random) {
		var spoilt = random.nextInt(3) == 0;
		var portions = some(order.toReturn(), random);
		return new Deed.TakeBack(order.number(), (spoilt && portions.isEmpty()) ? order.toReturn() : portions, spoilt);
	}

	/// Whatever comes to mind, whether it makes sense or not.
	private static Deed anything(Guessed order, RandomGenerator random) {
		var number = order.number();
		List<Function<List<Portion>, Deed>> moves = List.of((portions) -> new Deed.Ship(number, portions),
				(portions) -> new Deed.Deliver(number, portions),
				(portions) -> new Deed.TakeBack(number, portions, false), (_) -> new Deed.Cancel(number));
		var portions = random.nextBoolean() ? List.<Portion>of()
				: List.of(new Portion(1 + random.nextInt(4), 1 + random.nextInt(4)));
		return one(moves, random).apply(portions);
	}

	/// All of it, which is said by saying nothing; a part of it; or, now and then, more.
	private static List<Portion> some(List<Portion> left, RandomGenerator random) {
		if (left.isEmpty() || random.nextInt(3) == 0) {
			return List.of();
		}
		if (random.nextInt(8) == 0) {
			return List.of(new Portion(left.getFirst().line(), left.getFirst().quantity() + 1));
		}
		return left.stream()
			.filter((portion) -> left.size() == 1 || random.nextBoolean())
			.map((portion) -> new Portion(portion.line(), 1 + random.nextLong(portion.quantity())))
			.toList();
	}

	private static int product(RandomGenerator random) {
		return random.nextInt(Ground.OPENING.size());
	}

	private static <T> T one(List<T> choices, RandomGenerator random) {
		return choices.get(random.nextInt(choices.size()));
	}

}
