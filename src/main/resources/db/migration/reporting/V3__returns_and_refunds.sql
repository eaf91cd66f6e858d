-- What came back of a sale, and the money that was given back. Like all sums by the day on which the order was placed.
ALTER TABLE sale
	ADD COLUMN returned_units bigint NOT NULL DEFAULT 0,
	ADD COLUMN returned bigint NOT NULL DEFAULT 0,
	ADD COLUMN refunded bigint NOT NULL DEFAULT 0;
ALTER TABLE sale_line
	ADD COLUMN returned_units bigint NOT NULL DEFAULT 0 CHECK (returned_units BETWEEN 0 AND units);

ALTER TABLE sales_day
	ADD COLUMN returned_units bigint NOT NULL DEFAULT 0,
	ADD COLUMN returned bigint NOT NULL DEFAULT 0,
	ADD COLUMN refunded bigint NOT NULL DEFAULT 0;
ALTER TABLE product_day
	ADD COLUMN returned_units bigint NOT NULL DEFAULT 0,
	ADD COLUMN returned bigint NOT NULL DEFAULT 0;
ALTER TABLE customer_day
	ADD COLUMN returned_units bigint NOT NULL DEFAULT 0,
	ADD COLUMN returned bigint NOT NULL DEFAULT 0,
	ADD COLUMN refunded bigint NOT NULL DEFAULT 0;
