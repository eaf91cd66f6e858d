-- What the shop sells. SKUs compare byte by byte, so that case counts and a prefix is a range of the primary key.
CREATE TABLE product (
	sku text COLLATE "C" PRIMARY KEY CHECK (char_length(sku) BETWEEN 1 AND 64),
	name text NOT NULL,
	description text,
	price bigint NOT NULL CHECK (price >= 0),
	currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
	status text NOT NULL CHECK (status IN ('ACTIVE', 'WITHDRAWN')),
	version bigint NOT NULL,
	-- Everything but letters and digits parts words; else the parser would see a path in "12/PACK". Searches do the same.
	words tsvector NOT NULL GENERATED ALWAYS AS
		(to_tsvector('simple'::regconfig, regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))) STORED
);
CREATE INDEX product_words ON product USING gin (words);

-- How much there is of a product at a location, and how many movements made it so.
CREATE TABLE stock (
	sku text COLLATE "C" NOT NULL REFERENCES product,
	location text COLLATE "C" NOT NULL,
	on_hand bigint NOT NULL DEFAULT 0,
	reserved bigint NOT NULL DEFAULT 0,
	sequence bigint NOT NULL DEFAULT 0,
	moved_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (sku, location),
	CHECK (0 <= reserved AND reserved <= on_hand)
) WITH (fillfactor = 50);

-- The ledger: every change of stock, with the balances after it. What the message of a batch did is there once.
CREATE TABLE movement (
	sku text COLLATE "C" NOT NULL,
	location text COLLATE "C" NOT NULL,
	sequence bigint NOT NULL,
	type text NOT NULL CHECK (type IN ('RECEIVED', 'RESERVED', 'RELEASED', 'SHIPPED', 'RETURNED', 'ADJUSTED')),
	quantity bigint NOT NULL,
	on_hand_delta bigint NOT NULL,
	reserved_delta bigint NOT NULL,
	on_hand_after bigint NOT NULL,
	reserved_after bigint NOT NULL,
	reason text,
	actor text NOT NULL,
	reference text COLLATE "C",
	cause uuid,
	line int,
	time timestamptz NOT NULL,
	PRIMARY KEY (sku, location, sequence),
	CHECK (0 <= reserved_after AND reserved_after <= on_hand_after)
);
CREATE UNIQUE INDEX movement_once ON movement (cause, sku, location, line, type) WHERE cause IS NOT NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON movement FROM ${runtime};

-- What became of each reference that stock was asked for. A TOMBSTONE is a release that came before its reserve.
CREATE TABLE reservation (
	reference text COLLATE "C" PRIMARY KEY,
	state text NOT NULL CHECK (state IN ('OPEN', 'REFUSED', 'RELEASED', 'REVOKED', 'TOMBSTONE')),
	reason text,
	created_at timestamptz NOT NULL DEFAULT now(),
	changed_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);

-- What open reservations hold; rows go when the reservation is closed, the ledger remembers. The sequence is that of the
-- movement that reserved it, which makes the youngest of a product easy to find.
CREATE TABLE reservation_line (
	reference text COLLATE "C" NOT NULL REFERENCES reservation,
	line int NOT NULL,
	sku text COLLATE "C" NOT NULL,
	location text COLLATE "C" NOT NULL,
	quantity bigint NOT NULL CHECK (quantity > 0),
	sequence bigint NOT NULL,
	PRIMARY KEY (reference, line),
	UNIQUE (sku, location, sequence)
);
