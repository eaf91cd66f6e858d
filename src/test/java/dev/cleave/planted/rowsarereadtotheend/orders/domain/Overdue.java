package dev.cleave.planted.rowsarereadtotheend.orders.domain;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

class Overdue {

	List<String> references(JdbcClient jdbc) {
		return jdbc.sql("SELECT reference FROM orders").query(String.class).stream().sorted().toList();
	}

	List<String> owners(JdbcClient jdbc) {
		return jdbc.sql("SELECT owner FROM orders").query(String.class).list().stream().sorted().toList();
	}

}
