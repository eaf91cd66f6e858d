-- A reservation of which everything has left is SHIPPED. One of which a part has left has begun and stays OPEN. The last
-- numbers of its shipments and returns show what was carried out already.
ALTER TABLE reservation DROP CONSTRAINT reservation_state_check;
ALTER TABLE reservation ADD CONSTRAINT reservation_state_check
	CHECK (state IN ('OPEN', 'REFUSED', 'RELEASED', 'REVOKED', 'SHIPPED', 'TOMBSTONE'));
ALTER TABLE reservation ADD COLUMN shipments int NOT NULL DEFAULT 0 CHECK (shipments >= 0);
ALTER TABLE reservation ADD COLUMN returns int NOT NULL DEFAULT 0 CHECK (returns >= 0);

-- What is wanted of one product may stand at several locations.
ALTER TABLE reservation_line DROP CONSTRAINT reservation_line_pkey;
ALTER TABLE reservation_line ADD PRIMARY KEY (reference, line, location);

-- What a reservation held when it was taken back by force. If it has left all the same, this is what is restored.
CREATE TABLE revoked_line (
	reference text COLLATE "C" NOT NULL REFERENCES reservation,
	line int NOT NULL,
	sku text COLLATE "C" NOT NULL,
	location text COLLATE "C" NOT NULL,
	quantity bigint NOT NULL CHECK (quantity > 0),
	PRIMARY KEY (reference, line, location)
);
REVOKE UPDATE, DELETE, TRUNCATE ON revoked_line FROM ${runtime};
