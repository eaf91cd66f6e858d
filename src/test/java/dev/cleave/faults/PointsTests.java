package dev.cleave.faults;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PointsTests {

	@Test
	void areAllDiedAtInSomeScenario() {
		assertThat(Points.declared()).isNotEmpty().isSubsetOf(Points.deadly());
	}

}
