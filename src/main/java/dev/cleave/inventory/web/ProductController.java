package dev.cleave.inventory.web;

import java.util.List;
import java.util.function.LongConsumer;

import dev.cleave.inventory.Sku;
import dev.cleave.inventory.domain.BrowsingProducts;
import dev.cleave.inventory.domain.KeepingCatalogue;
import dev.cleave.inventory.domain.ProductOffer;
import dev.cleave.platform.messaging.LogPositions;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.IfMatch;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import dev.cleave.platform.web.Problems;
import dev.cleave.platform.web.Versions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/v1/products")
class ProductController {

	static final String POSITION = "Cleave-Position";

	private final KeepingCatalogue keeping;

	private final BrowsingProducts browsing;

	private final LogPositions positions;

	ProductController(KeepingCatalogue keeping, BrowsingProducts browsing, LogPositions positions) {
		this.keeping = keeping;
		this.browsing = browsing;
		this.positions = positions;
	}

	@PutMapping("/{sku}")
	ResponseEntity<?> put(@PathVariable String sku, @RequestBody @Valid ProductRequest request, IfMatch seen) {
		if (!Sku.isValid(sku)) {
			return Problems.invalid(List.of(new Fault("/sku", "pattern", "A SKU has 1 to 64 printable characters.")));
		}
		var created = put(request.of(sku), version -> check(ProductTag.productOnly(seen), version));
		var answer = created
				? ResponseEntity.created(
						UriComponentsBuilder.fromPath("/api/v1/products").pathSegment(sku).encode().build().toUri())
				: ResponseEntity.ok();
		this.positions.after("inventory").ifPresent(position -> answer.header(POSITION, position));
		var product = this.browsing.find(sku).orElseThrow();
		return answer.eTag(ProductTag.of(product)).body(ProductView.of(product));
	}

	@GetMapping("/{sku}")
	ResponseEntity<?> get(@PathVariable String sku) {
		var product = this.browsing.find(sku).orElse(null);
		return (product == null) ? Problems.notFound("There is no such product.")
				: ResponseEntity.ok().eTag(ProductTag.of(product)).body(ProductView.of(product));
	}

	@GetMapping
	Page<ProductView> browse(@RequestParam(required = false) @Nullable @Size(max = 200) @Pattern(regexp = "\\P{Cc}*",
			message = "must be printable") String q, Paging paging) {
		var after = paging.after();
		var found = this.browsing.browse(q, (after != null) ? after.getFirst() : null, paging.fetchSize());
		return Page.of(found, paging, product -> List.of(product.sku())).map(ProductView::of);
	}

	/// Somebody who puts the same product at the same moment may be first; then this is a
	/// change of theirs.
	private boolean put(ProductOffer offer, LongConsumer check) {
		try {
			return this.keeping.put(offer, check);
		}
		catch (DataIntegrityViolationException ex) {
			return this.keeping.put(offer, check);
		}
	}

	private static void check(IfMatch seen, long version) {
		if (version == 0) {
			Versions.honour(seen, version);
		}
		else {
			Versions.require(seen, version);
		}
	}

}
