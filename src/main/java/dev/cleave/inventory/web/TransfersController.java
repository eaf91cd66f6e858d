package dev.cleave.inventory.web;

import java.time.Instant;
import java.util.List;

import dev.cleave.inventory.TransferId;
import dev.cleave.inventory.domain.FindingTransfers;
import dev.cleave.inventory.domain.FindingTransfers.Position;
import dev.cleave.inventory.domain.TransferStatus;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows transfers between locations.
@RestController
@RequestMapping("/api/v1/stock/transfers")
class TransfersController {

	private final FindingTransfers finding;

	TransfersController(FindingTransfers finding) {
		this.finding = finding;
	}

	/// Other words than ids, such as `movements`, are about a product named `transfers`.
	@GetMapping("/{id:[0-9a-f-]{36}}")
	ResponseEntity<?> one(@PathVariable String id) {
		var transfer = TransferId.parse(id).flatMap(this.finding::find);
		return transfer.isEmpty() ? TransferController.notFound()
				: TransferView.answer(ResponseEntity.ok(), transfer.get());
	}

	/// The youngest first.
	@GetMapping
	Page<TransferView> list(@RequestParam(required = false) @Nullable TransferStatus status,
			@RequestParam(required = false) @Nullable @Size(max = 64) @Pattern(regexp = "\\P{Cc}*",
					message = "must be printable") String sku,
			Paging paging) {
		var transfers = this.finding.list(status, sku, position(paging.after()), paging.fetchSize());
		return Page.of(transfers, paging, transfer -> List.of(transfer.sentAt(), transfer.id())).map(TransferView::of);
	}

	private static @Nullable Position position(@Nullable List<String> after) {
		return (after != null)
				? new Position(Instant.parse(after.getFirst()), TransferId.parse(after.getLast()).orElseThrow()) : null;
	}

}
