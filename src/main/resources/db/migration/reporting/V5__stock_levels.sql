-- How much there is of each product, as inventory last told it.
CREATE TABLE stock_level (
	generation int NOT NULL,
	sku text COLLATE "C" NOT NULL,
	on_hand bigint NOT NULL,
	reserved bigint NOT NULL,
	available bigint NOT NULL GENERATED ALWAYS AS (on_hand - reserved) STORED,
	low_at bigint,
	version bigint NOT NULL,
	PRIMARY KEY (generation, sku)
) WITH (fillfactor = 80);

-- The scarcest first: of all products, and of those that are low by their own threshold.
CREATE INDEX stock_level_scarce ON stock_level (generation, available, sku);
CREATE INDEX stock_level_low ON stock_level (generation, available, sku) WHERE available < low_at;
