-- What the payment provider has told, each notice once.
CREATE TABLE payment_notice (
	-- As the provider names it; the same when it is told again.
	id text PRIMARY KEY,
	kind text NOT NULL CHECK (kind IN ('captured', 'refunded', 'failed')),
	order_id uuid NOT NULL REFERENCES orders,
	reference text NOT NULL,
	amount bigint NOT NULL CHECK (amount >= 0),
	currency text NOT NULL,
	heard_at timestamptz NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON payment_notice FROM ${runtime};
