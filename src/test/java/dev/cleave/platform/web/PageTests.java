package dev.cleave.platform.web;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageTests {

	private final Cursors cursors = new Cursors("secret");

	@Test
	void endsWithACursorThatNamesTheLastItemShown() {
		var page = Page.of(numbers(4), paging("list", 3), number -> List.of(number, "x"));

		assertThat(page.items()).containsExactly(1, 2, 3);
		assertThat(this.cursors.read("list", page.next())).containsExactly("3", "x");
	}

	@Test
	void endsWithoutACursorWhereNothingFollows() {
		assertThat(Page.of(numbers(3), paging("list", 3), List::of).next()).isNull();
		assertThat(Page.of(numbers(0), paging("list", 3), List::of).items()).isEmpty();
	}

	@Test
	void keepsItsCursorWhenItsItemsAreShownOtherwise() {
		var page = Page.of(numbers(2), paging("list", 1), List::of);

		assertThat(page.map(number -> "no. " + number)).isEqualTo(new Page<>(List.of("no. 1"), page.next()));
	}

	@Test
	void refusesACursorOfAnotherListOrSecretAndOneThatIsMadeUp() {
		var cursor = this.cursors.write("list", List.of("3"));
		var flipped = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);

		for (var forged : List.of(flipped, cursor + "AAAA", cursor.substring(4), "", "%%%", "AAAA",
				new Cursors("other").write("list", List.of("3")), this.cursors.write("other", List.of("3")))) {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.cursors.read("list", forged))
				.satisfies(problem -> assertThat(problem.code()).isEqualTo("cursor-invalid"));
		}
	}

	private Paging paging(String list, int limit) {
		return new Paging(limit, null, values -> this.cursors.write(list, values));
	}

	private static List<Integer> numbers(int count) {
		return IntStream.rangeClosed(1, count).boxed().toList();
	}

}
