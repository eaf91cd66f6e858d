-- Not this one: inventory.product.
CREATE VIEW stock AS SELECT sku FROM inventory.stock;
