package dev.cleave.transcript;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TranscriptTests {

	private final Transcript transcript = new Transcript();

	private final Object ada = new Object();

	private final Object bob = new Object();

	@BeforeEach
	void begin() {
		this.transcript.begin();
	}

	@Test
	void keepsTheLastAnswerToWhatIsAskedAgainAndAgain() throws Exception {
		ask(this.ada, "GET /a", "pending");
		ask(this.ada, "GET /b", "0");
		ask(this.ada, "GET /a", "done");
		ask(this.ada, "GET /b", "1");

		assertThat(said()).isEqualTo("""
				Visitor 1: GET /a
				done

				Visitor 1: GET /b
				1

				""");
	}

	@Test
	void keepsWhatWasAnsweredBeforeAndAfterAChange() throws Exception {
		ask(this.ada, "GET /a", "0");
		tell(this.ada, "POST /a", "201", false);
		ask(this.ada, "GET /a", "1");

		assertThat(said()).containsSubsequence("\n0\n", "\n201\n", "\n1\n");
	}

	@Test
	void keepsApartWhatDifferentPeopleAskAndWhatIsToldTwice() throws Exception {
		ask(this.ada, "GET /a", "200");
		ask(this.bob, "GET /a", "403");
		tell(this.bob, "POST /a", "201", false);
		tell(this.bob, "POST /a", "200", false);

		assertThat(said()).containsSubsequence("Visitor 1: GET /a\n200", "Visitor 2: GET /a\n403", "\n201\n",
				"\n200\n");
	}

	@Test
	void forgetsThatSomebodyWasAskedToComeBack() throws Exception {
		tell(this.ada, "POST /a", "503", true);
		tell(this.ada, "POST /a", "201", false);

		assertThat(said()).isEqualTo("Visitor 1: POST /a\n201\n\n");
	}

	@Test
	void asksEachQuestionAgainOnceAllIsSettled() throws Exception {
		ask(this.ada, "GET /a", "pending");
		tell(this.ada, "POST /a", "201", false);
		ask(this.ada, "GET /a", "pending");

		assertThat(this.transcript.settled()).endsWith("Once settled\n\nVisitor 1: GET /a\nsettled\n\n");
	}

	@Test
	void hearsNothingThatIsSaidAsideOrBetweenTests() throws Exception {
		Transcript.aside(() -> {
			ask(this.ada, "GET /a", "200");
			return "";
		});
		this.transcript.end();
		ask(this.ada, "GET /a", "200");

		assertThat(this.transcript.settled()).isEqualTo("Once settled\n\n");
	}

	private String said() throws Exception {
		var text = this.transcript.settled();
		return text.substring(0, text.indexOf("Once settled"));
	}

	private void ask(Object asker, String question, String answer) {
		this.transcript.add(exchange(asker, question, false, answer, false));
	}

	private void tell(Object asker, String order, String answer, boolean off) {
		this.transcript.add(exchange(asker, order, true, answer, off));
	}

	private static Exchange exchange(Object asker, String question, boolean moves, String answer, boolean off) {
		return new Exchange(asker, question, moves, answer, off,
				() -> exchange(asker, question, moves, "settled", off));
	}

}
