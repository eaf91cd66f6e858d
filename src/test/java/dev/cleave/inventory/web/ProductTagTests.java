package dev.cleave.inventory.web;

import dev.cleave.platform.web.IfMatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProductTagTests {

	@Test
	void matchesTheVersionOfTheProductWhateverItsStock() {
		assertThat(ProductTag.productOnly(new IfMatch("\"7-120\"")).accepts(7)).isTrue();
		assertThat(ProductTag.productOnly(new IfMatch("\"7\"")).accepts(7)).isTrue();
		assertThat(ProductTag.productOnly(new IfMatch("\"6-1\", \"7-2\"")).accepts(7)).isTrue();
		assertThat(ProductTag.productOnly(new IfMatch("*")).accepts(7)).isTrue();
	}

	@Test
	void matchesNoOtherVersion() {
		assertThat(ProductTag.productOnly(new IfMatch("\"8-7\"")).accepts(7)).isFalse();
		assertThat(ProductTag.productOnly(new IfMatch("\"7-\"")).accepts(7)).isFalse();
		assertThat(ProductTag.productOnly(new IfMatch("W/\"7-120\"")).accepts(7)).isFalse();
		assertThat(ProductTag.productOnly(new IfMatch(null)).isPresent()).isFalse();
	}

}
