-- What becomes of an order after it is confirmed: its deadline, its money, and how far each of its lines has come.

ALTER TABLE orders
	-- Until when it may stay where it stands, by this database's clock; null for as long as it takes. Orders that are
	-- older than this column keep their peace: nobody could pay them.
	ADD COLUMN due_at timestamptz CHECK (due_at IS NULL OR status IN ('PENDING', 'CONFIRMED')),
	-- What must be given back, in minor units.
	ADD COLUMN refund_due bigint NOT NULL DEFAULT 0 CHECK (refund_due >= 0);

CREATE INDEX orders_due ON orders (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX orders_to_refund ON orders (placed_at DESC, id DESC) WHERE refund_due > 0;

-- Units that have left, arrived and come back.
ALTER TABLE order_line
	ADD COLUMN shipped bigint NOT NULL DEFAULT 0,
	ADD COLUMN delivered bigint NOT NULL DEFAULT 0,
	ADD COLUMN returned bigint NOT NULL DEFAULT 0,
	ADD CHECK (0 <= returned AND returned <= delivered AND delivered <= shipped AND shipped <= quantity);

-- Some moves lead nowhere else, so the status alone does not tell what was done.
ALTER TABLE order_timeline ADD COLUMN move text;
UPDATE order_timeline SET move = CASE status WHEN 'PENDING' THEN 'PLACE' WHEN 'CONFIRMED' THEN 'CONFIRM'
	WHEN 'REJECTED' THEN 'REJECT' ELSE 'CANCEL' END;
ALTER TABLE order_timeline ALTER COLUMN move SET NOT NULL;

-- Money that came in; each reference once.
CREATE TABLE payment (
	reference text PRIMARY KEY,
	order_id uuid NOT NULL REFERENCES orders,
	amount bigint NOT NULL CHECK (amount >= 0),
	-- Whether nobody waited for it: then it is due to be given back.
	late boolean NOT NULL,
	at timestamptz NOT NULL,
	actor text NOT NULL
);
CREATE INDEX payments_of_order ON payment (order_id);
-- An order is paid once.
CREATE UNIQUE INDEX payment_in_time ON payment (order_id) WHERE NOT late;
REVOKE UPDATE, DELETE ON payment FROM ${runtime};

-- Money that was given back; each reference once.
CREATE TABLE refund (
	reference text PRIMARY KEY,
	order_id uuid NOT NULL REFERENCES orders,
	amount bigint NOT NULL CHECK (amount >= 0),
	at timestamptz NOT NULL,
	actor text NOT NULL
);
CREATE INDEX refunds_of_order ON refund (order_id);
REVOKE UPDATE, DELETE ON refund FROM ${runtime};
