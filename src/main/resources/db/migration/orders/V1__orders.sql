-- The orders, their lines and what happened to them; and what orders knows of products.

CREATE TABLE orders (
	id uuid PRIMARY KEY,
	reference text UNIQUE,
	customer text,
	-- The caller who placed it and may read it.
	owner text NOT NULL,
	status text NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'PAID', 'PARTLY_SHIPPED', 'SHIPPED',
		'DELIVERED', 'CANCELLED', 'EXPIRED', 'RETURNED', 'PARTLY_RETURNED')),
	payment_terms text NOT NULL CHECK (payment_terms IN ('PREPAID', 'ACCOUNT')),
	currency text NOT NULL,
	total bigint NOT NULL CHECK (total >= 0),
	country text,
	ship_to text,
	rejection text CHECK ((rejection IS NOT NULL) = (status = 'REJECTED')),
	placed_at timestamptz NOT NULL,
	recorded_at timestamptz NOT NULL,
	-- The number of transitions so far; the first is the placing.
	version bigint NOT NULL CHECK (version > 0)
) WITH (fillfactor = 80);

-- Lists are read newest first; the id settles ties.
CREATE INDEX orders_by_time ON orders (placed_at DESC, id DESC);
CREATE INDEX orders_of_owner ON orders (owner, placed_at DESC, id DESC);
CREATE INDEX orders_of_customer ON orders (customer, placed_at DESC, id DESC);
-- Also tells how many orders wait for stock.
CREATE INDEX orders_in_status ON orders (status, placed_at DESC, id DESC);

CREATE TABLE order_line (
	order_id uuid NOT NULL REFERENCES orders,
	line int NOT NULL CHECK (line > 0),
	sku text COLLATE "C" NOT NULL,
	name text NOT NULL,
	quantity bigint NOT NULL CHECK (quantity > 0),
	unit_price bigint NOT NULL CHECK (unit_price >= 0),
	PRIMARY KEY (order_id, line)
);

-- One row for each transition, written once.
CREATE TABLE order_timeline (
	order_id uuid NOT NULL REFERENCES orders,
	sequence bigint NOT NULL CHECK (sequence > 0),
	status text NOT NULL,
	at timestamptz NOT NULL,
	detail text,
	actor text,
	-- The message that led to it, if one did.
	cause uuid,
	PRIMARY KEY (order_id, sequence)
);
REVOKE UPDATE, DELETE ON order_timeline FROM ${runtime};

-- What was short when an order was rejected.
CREATE TABLE order_shortage (
	order_id uuid NOT NULL REFERENCES orders,
	sku text COLLATE "C" NOT NULL,
	requested bigint NOT NULL,
	available bigint NOT NULL,
	PRIMARY KEY (order_id, sku)
);
REVOKE UPDATE, DELETE ON order_shortage FROM ${runtime};

-- Products as inventory last told them.
CREATE TABLE product_copy (
	sku text COLLATE "C" PRIMARY KEY,
	name text NOT NULL,
	price bigint NOT NULL,
	currency text NOT NULL,
	active boolean NOT NULL,
	version bigint NOT NULL
);
