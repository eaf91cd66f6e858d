package dev.cleave.planted.sqlnamesitscolumns.orders.domain;

class Innocent {

	static final String ADD = "INSERT INTO orders (id) SELECT * FROM unnest(?::uuid[])";

	static final String COUNT = "SELECT count(*), 2 * 3 FROM orders";

	static final String MOVE = """
			WITH moved AS (DELETE FROM orders RETURNING *), named AS (SELECT id, total FROM moved)
			SELECT * FROM named
			""";

	static final String BEST = "SELECT best.* FROM (SELECT id FROM orders ORDER BY total LIMIT 1) AS best";

}
