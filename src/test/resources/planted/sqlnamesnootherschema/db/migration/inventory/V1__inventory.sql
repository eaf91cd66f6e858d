CREATE TABLE product (sku text PRIMARY KEY, orders bigint);
