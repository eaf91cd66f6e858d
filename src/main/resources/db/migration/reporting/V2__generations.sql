-- Every row belongs to a generation of what the events made, so that a new one can grow beside the one that serves.
ALTER TABLE sale ADD COLUMN generation int NOT NULL DEFAULT 1;
ALTER TABLE sale DROP CONSTRAINT sale_pkey, ADD PRIMARY KEY (generation, order_id), ALTER COLUMN generation DROP DEFAULT;

ALTER TABLE sale_line ADD COLUMN generation int NOT NULL DEFAULT 1;
ALTER TABLE sale_line DROP CONSTRAINT sale_line_pkey, ADD PRIMARY KEY (generation, order_id, line),
	ALTER COLUMN generation DROP DEFAULT;

ALTER TABLE sales_day ADD COLUMN generation int NOT NULL DEFAULT 1;
ALTER TABLE sales_day DROP CONSTRAINT sales_day_pkey, ADD PRIMARY KEY (generation, currency, day, country),
	ALTER COLUMN generation DROP DEFAULT;

ALTER TABLE product_day ADD COLUMN generation int NOT NULL DEFAULT 1;
ALTER TABLE product_day DROP CONSTRAINT product_day_pkey, ADD PRIMARY KEY (generation, currency, day, sku),
	ALTER COLUMN generation DROP DEFAULT;

ALTER TABLE customer_day ADD COLUMN generation int NOT NULL DEFAULT 1;
ALTER TABLE customer_day DROP CONSTRAINT customer_day_pkey, ADD PRIMARY KEY (generation, currency, day, customer),
	ALTER COLUMN generation DROP DEFAULT;

ALTER TABLE product ADD COLUMN generation int NOT NULL DEFAULT 1;
ALTER TABLE product DROP CONSTRAINT product_pkey, ADD PRIMARY KEY (generation, sku), ALTER COLUMN generation DROP DEFAULT;
