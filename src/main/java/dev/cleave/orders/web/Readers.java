package dev.cleave.orders.web;

import dev.cleave.orders.domain.Reader;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.web.Problems;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// What a caller may see of orders, and what is said of the rest.
final class Readers {

	private Readers() {
	}

	/// Staff see all orders, everybody else their own.
	static Reader of(Caller caller) {
		return new Reader(caller.id(), caller.isStaff());
	}

	/// Whoever may use a route that is for staff and machines may use it for every order.
	static Reader ofAll(Caller caller) {
		return new Reader(caller.id(), true);
	}

	/// The same for an order that is somebody else's and for one that does not exist.
	static ResponseEntity<ProblemDetail> notFound() {
		return Problems.of(HttpStatus.NOT_FOUND, "order-not-found", "There is no such order.");
	}

}
