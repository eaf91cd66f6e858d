package dev.cleave.platform.web;

import java.util.Map;

import dev.cleave.platform.BusyException;
import dev.cleave.platform.modules.ActiveModule;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RequestSlotsTests {

	private final RequestSlots slots = new RequestSlots(
			new StaticListableBeanFactory(Map.of("one", new ActiveModule("one", "dev.cleave.one"), "other",
					new ActiveModule("other", "dev.cleave.other")))
				.getBeanProvider(ActiveModule.class),
			new RequestSettings(2));

	@Test
	void letsTwoInAndSendsTheThirdAwayButOfThatModuleOnly() throws Exception {
		var answer = this.slots.hold("one", () -> this.slots.hold("one", () -> {
			assertThatExceptionOfType(BusyException.class).isThrownBy(() -> this.slots.hold("one", () -> "never"))
				.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("module-busy"));
			return this.slots.hold("other", () -> "another module is free");
		}));

		assertThat(answer).isEqualTo("another module is free");
	}

	@Test
	void hasTheSlotBackHoweverARequestEnds() throws Exception {
		for (var number = 0; number < 5; number++) {
			assertThatIllegalStateException().isThrownBy(() -> this.slots.hold("one", () -> {
				throw new IllegalStateException("broken");
			}));
		}

		assertThat(takenBoth()).isEqualTo("both are free");
	}

	@Test
	void holdsNoneForWhoOnlyWaits() throws Exception {
		var answer = this.slots.hold("one", () -> {
			this.slots.leave();
			return takenBoth();
		});

		assertThat(answer).isEqualTo("both are free");
		assertThat(takenBoth()).as("it was given back once").isEqualTo("both are free");
		assertThatExceptionOfType(BusyException.class).isThrownBy(
				() -> this.slots.hold("one", () -> this.slots.hold("one", () -> this.slots.hold("one", () -> ""))));
	}

	@Test
	void takesWhoPausedOutsideBackInIfThereIsRoom() throws Exception {
		var answer = this.slots.hold("one", () -> {
			this.slots.pausing(() -> assertThat(uncheckedBoth()).isEqualTo("both are free"));
			return this.slots.hold("one", () -> {
				assertThatExceptionOfType(BusyException.class).isThrownBy(() -> this.slots.hold("one", () -> "never"));
				return "it is back";
			});
		});

		assertThat(answer).isEqualTo("it is back");
	}

	@Test
	void boundsNothingThatBelongsToNoModule() throws Exception {
		assertThat(this.slots.hold("", () -> this.slots.hold("", () -> this.slots.hold("", () -> "free"))))
			.isEqualTo("free");
	}

	private String takenBoth() throws Exception {
		return this.slots.hold("one", () -> this.slots.hold("one", () -> "both are free"));
	}

	private String uncheckedBoth() {
		try {
			return takenBoth();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
