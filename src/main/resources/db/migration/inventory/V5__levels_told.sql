-- With fewer available units than this the product counts as low.
ALTER TABLE product ADD COLUMN low_stock_at bigint CHECK (low_stock_at > 0);

-- What others were last told about how much there is of each product. The version is the number of its movements; -1
-- stands for a product of which nothing was told yet.
CREATE TABLE stock_told (
	sku text COLLATE "C" PRIMARY KEY REFERENCES product,
	on_hand bigint NOT NULL DEFAULT 0,
	reserved bigint NOT NULL DEFAULT 0,
	low_at bigint,
	version bigint NOT NULL DEFAULT -1
) WITH (fillfactor = 50);
