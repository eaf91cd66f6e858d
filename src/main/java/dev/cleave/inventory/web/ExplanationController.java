package dev.cleave.inventory.web;

import dev.cleave.inventory.domain.ExplainingStock;
import dev.cleave.inventory.domain.Locations;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/stock/{sku}/explain")
class ExplanationController {

	private final ExplainingStock explaining;

	ExplanationController(ExplainingStock explaining) {
		this.explaining = explaining;
	}

	@GetMapping
	ResponseEntity<?> explain(@PathVariable String sku,
			@RequestParam(required = false) @Nullable @Pattern(regexp = Locations.PATTERN,
					message = "must be 1 to 32 small letters, digits and hyphens") String location) {
		var stock = this.explaining.explain(sku, location).orElse(null);
		return (stock == null) ? Problems.notFound("There is no such product.")
				: ResponseEntity.ok().eTag(Versions.etag(stock.version())).body(ExplanationView.of(stock));
	}

}
