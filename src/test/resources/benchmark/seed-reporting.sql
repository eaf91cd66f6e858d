-- What reporting made of them.
SET session_replication_role = replica;
SET synchronous_commit = off;

INSERT INTO reporting.sale (generation, order_id, placed_on, country, customer, currency, total, units, state)
SELECT generation, id::text, (placed_at AT TIME ZONE 'UTC')::date, country, customer, 'GBP', price, 1, 'COUNTED'
FROM seed.orders CROSS JOIN reporting.serving ORDER BY i;

INSERT INTO reporting.sale_line (generation, order_id, line, sku, units, revenue)
SELECT generation, id::text, 1, sku, 1, price FROM seed.orders CROSS JOIN reporting.serving ORDER BY i;

INSERT INTO reporting.sales_day (generation, currency, day, country, orders, units, revenue)
SELECT generation, currency, placed_on, country, count(*), sum(units), sum(total) FROM reporting.sale GROUP BY 1, 2, 3, 4;

INSERT INTO reporting.product_day (generation, currency, day, sku, units, revenue)
SELECT generation, 'GBP', (placed_at AT TIME ZONE 'UTC')::date, sku, count(*), sum(price)
FROM seed.orders CROSS JOIN reporting.serving GROUP BY 1, 3, 4;

INSERT INTO reporting.customer_day (generation, currency, day, customer, orders, revenue)
SELECT generation, currency, placed_on, customer, count(*), sum(total) FROM reporting.sale GROUP BY 1, 2, 3, 4;

UPDATE reporting.stock_level SET reserved = {turns}, version = {turns} + 1;
