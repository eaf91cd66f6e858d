-- An entry that comes last in its index, or last among those with the same beginning, goes to the end of a full page. In
-- descending order it would come first, where PostgreSQL looks for its place from the root and leaves pages half empty.
-- Both are read in both directions.
SET LOCAL lock_timeout = '2s';
DROP INDEX orders_by_time, orders_of_owner, orders_of_customer, orders_in_status, orders_to_refund;
CREATE INDEX orders_by_time ON orders (placed_at, id);
CREATE INDEX orders_of_owner ON orders (owner, placed_at, id);
CREATE INDEX orders_of_customer ON orders (customer, placed_at, id) WHERE customer IS NOT NULL;
CREATE INDEX orders_in_status ON orders (status, placed_at, id);
CREATE INDEX orders_to_refund ON orders (placed_at, id) WHERE refund_due > 0;
