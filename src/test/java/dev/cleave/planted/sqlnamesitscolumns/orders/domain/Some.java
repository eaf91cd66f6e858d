package dev.cleave.planted.sqlnamesitscolumns.orders.domain;

class Some {

	static final String LINES = """
			SELECT wanted.place, line.* FROM unnest(?::int[]) AS wanted (place) JOIN order_line AS line USING (place)
			""";

}
