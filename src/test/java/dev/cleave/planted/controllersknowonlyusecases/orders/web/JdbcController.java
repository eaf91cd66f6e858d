package dev.cleave.planted.controllersknowonlyusecases.orders.web;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JdbcController {

	int count(JdbcClient jdbc) {
		return jdbc.sql("SELECT 1").query(Integer.class).single();
	}

}
