INSERT INTO orders.log VALUES (1);
