-- One row for each order that was placed. It enters into the sums while it is COUNTED. Countries nobody told are ''.
CREATE TABLE sale (
	order_id text COLLATE "C" PRIMARY KEY,
	placed_on date NOT NULL,
	country text COLLATE "C" NOT NULL,
	customer text COLLATE "C",
	currency text NOT NULL,
	total bigint NOT NULL,
	units bigint NOT NULL,
	state text NOT NULL CHECK (state IN ('PLACED', 'COUNTED', 'DROPPED'))
) WITH (fillfactor = 90);

-- Written with its sale by one transaction; a foreign key would only cost time.
CREATE TABLE sale_line (
	order_id text COLLATE "C" NOT NULL,
	line int NOT NULL,
	sku text COLLATE "C" NOT NULL,
	units bigint NOT NULL,
	revenue bigint NOT NULL,
	PRIMARY KEY (order_id, line)
);

-- Sums over the sales that count, in minor units. A day may be left with zeros when its last sale is dropped.
CREATE TABLE sales_day (
	currency text NOT NULL,
	day date NOT NULL,
	country text COLLATE "C" NOT NULL,
	orders bigint NOT NULL,
	units bigint NOT NULL,
	revenue bigint NOT NULL,
	PRIMARY KEY (currency, day, country)
) WITH (fillfactor = 70);

CREATE TABLE product_day (
	currency text NOT NULL,
	day date NOT NULL,
	sku text COLLATE "C" NOT NULL,
	units bigint NOT NULL,
	revenue bigint NOT NULL,
	PRIMARY KEY (currency, day, sku)
) WITH (fillfactor = 70);

CREATE TABLE customer_day (
	currency text NOT NULL,
	day date NOT NULL,
	customer text COLLATE "C" NOT NULL,
	orders bigint NOT NULL,
	revenue bigint NOT NULL,
	PRIMARY KEY (currency, day, customer)
) WITH (fillfactor = 70);

-- What inventory calls the products.
CREATE TABLE product (
	sku text COLLATE "C" PRIMARY KEY,
	name text NOT NULL
);
