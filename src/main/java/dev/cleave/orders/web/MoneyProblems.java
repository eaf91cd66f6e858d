package dev.cleave.orders.web;

import java.util.List;

import dev.cleave.orders.domain.PlacedOrder;
import dev.cleave.orders.domain.Price;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.MoneyView;
import dev.cleave.platform.web.Problems;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// What is said of money that does not fit its order.
final class MoneyProblems {

	private MoneyProblems() {
	}

	/// The payment is recorded all the same.
	static ResponseEntity<ProblemDetail> refundDue(PlacedOrder order) {
		var problem = Problems.detail(HttpStatus.CONFLICT, "refund-due",
				"The payment is recorded, but an order that is %s does not wait for it: give it back."
					.formatted(order.status()));
		problem.setProperty("orderStatus", order.status());
		problem.setProperty("refundDue", new MoneyView(order.refundDue(), order.currency()));
		return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
	}

	static ResponseEntity<ProblemDetail> taken(String code, String reference) {
		return Problems.of(HttpStatus.CONFLICT, code,
				"%s is known for another order. Use another reference.".formatted(reference));
	}

	/// @param what begins the sentence that ends with the amount
	static ResponseEntity<ProblemDetail> wrong(Price expected, String what) {
		return Problems.invalid(List.of(new Fault("/amount", "amount-wrong",
				"%s %d %s, no more and no less.".formatted(what, expected.amount(), expected.currency()))));
	}

}
