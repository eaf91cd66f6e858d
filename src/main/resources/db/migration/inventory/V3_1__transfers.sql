-- Units that were sent from one location to another. What was received may differ; both are also movements.
CREATE TABLE transfer (
	id uuid PRIMARY KEY,
	sku text COLLATE "C" NOT NULL REFERENCES product,
	origin text COLLATE "C" NOT NULL,
	destination text COLLATE "C" NOT NULL CHECK (destination <> origin),
	sent bigint NOT NULL CHECK (sent > 0),
	received bigint CHECK (received >= 0),
	reason text,
	reference text,
	receipt_reason text,
	sent_at timestamptz NOT NULL,
	received_at timestamptz CHECK ((received_at IS NULL) = (received IS NULL))
);

-- Lists are read newest first; the id settles ties.
CREATE INDEX transfer_by_time ON transfer (sent_at DESC, id DESC);
CREATE INDEX transfer_of_product ON transfer (sku, sent_at DESC, id DESC);
CREATE INDEX transfer_under_way ON transfer (sent_at DESC, id DESC) WHERE received IS NULL;
CREATE INDEX transfer_of_product_under_way ON transfer (sku) WHERE received IS NULL;
REVOKE DELETE, TRUNCATE ON transfer FROM ${runtime};
