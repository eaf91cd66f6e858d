package dev.cleave.acceptance;

import java.util.List;

import tools.jackson.databind.JsonNode;

/// What an order must answer, and what must become of it.
///
/// @param code of the problem, empty where none is expected or any will do
/// @param move that it makes, empty if it stays as it is
record Expectation(int status, String code, String move, ExpectedOrder after) {

	static Expectation moves(String move, ExpectedOrder after) {
		return new Expectation(200, "", move, after);
	}

	static Expectation stays(int status, String code, ExpectedOrder order) {
		return new Expectation(status, code, "", order);
	}

	/// The same for money that nobody waits for: it is taken, and said to be taken in
	/// vain.
	Expectation late() {
		return new Expectation(409, "refund-due", this.move, this.after);
	}

	Expectation with(ExpectedOrder other) {
		return new Expectation(this.status, this.code, this.move, other);
	}

	boolean moves() {
		return !this.move.isEmpty();
	}

	boolean isMetBy(Answer answer) {
		if (answer.status() != this.status || !this.code.isEmpty() && !answer.text("/code").equals(this.code)) {
			return false;
		}
		return switch (this.code) {
			case "move-illegal" -> answer.text("/orderStatus").equals(this.after.status())
					&& legalMoves(answer).equals(this.after.table().movesFrom(this.after.status()));
			case "refund-due" -> answer.number("/refundDue/amount") == this.after.refundDue();
			default -> this.status != 200 || this.after.isShownBy(Order.in(answer));
		};
	}

	private static List<String> legalMoves(Answer answer) {
		return answer.at("/legalMoves").values().stream().map(JsonNode::asString).sorted().toList();
	}

}
