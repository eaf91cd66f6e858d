package dev.cleave.checker;

import java.util.List;

import dev.cleave.checker.Invariant.Query;

/// I17: whoever was erased is forgotten, and it is written down.
final class ErasureInvariants {

	private static final String ERASED = "SELECT account_id::text, true FROM auth.erasure";

	private static final Invariant WRITTEN_DOWN = Invariant.same("I17",
			"for every erased account it is written down who did it", new Query("auth", ERASED),
			new Query("auth", "SELECT id::text, true FROM auth.account WHERE email IS NULL"));

	private static final Invariant TOLD = Invariant.same("I17", "auth told of every account that was erased",
			new Query("auth", ERASED),
			new Query("auth", "SELECT subject, true FROM auth.event_log WHERE type = 'auth.AccountErased.v1'"));

	private static final Invariant WRITTEN_TO = Invariant.none("I17", "no link opens an account that was erased",
			"auth",
			"SELECT account_id FROM auth.account_token WHERE account_id IN (SELECT account_id FROM auth.erasure)");

	private static final Invariant FORGOTTEN = new Invariant("I17", "orders has forgotten whoever was erased",
			(databases) -> {
				var erased = databases.keyed("auth", ERASED).keySet();
				return databases.keyed("orders", """
						SELECT coalesce(customer, owner), min(id::text) FROM orders.orders
						WHERE ship_to IS NOT NULL OR id IN (SELECT order_id FROM orders.order_remark)
						GROUP BY 1
						""")
					.entrySet()
					.stream()
					.filter((known) -> erased.contains(known.getKey()))
					.limit(Databases.WITNESSES)
					.map((known) -> known.getKey() + " is known by order " + known.getValue())
					.toList();
			});

	static final List<Invariant> ALL = List.of(WRITTEN_DOWN, TOLD, WRITTEN_TO, FORGOTTEN);

	private ErasureInvariants() {
	}

}
