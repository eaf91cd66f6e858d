package dev.cleave.reporting.projections.exports;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.cleave.platform.persistence.Lane;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/// Shows how far exports are, and hands out finished ones.
@Service
public class ReadingExports {

	private final Exports exports;

	private final Parts parts;

	ReadingExports(Exports exports, Parts parts) {
		this.exports = exports;
		this.parts = parts;
	}

	public Optional<Export> find(UUID id) {
		return this.exports.find(id);
	}

	/// The youngest first.
	///
	/// @param after the last one of the page before, with when it was asked for
	public List<Export> list(@Nullable Instant createdAt, @Nullable UUID after, int limit) {
		return this.exports.list(createdAt, after, limit);
	}

	/// The file, read part by part: between two parts nothing is held, however slowly it
	/// is read. Fails in the middle if the
	/// export is removed meanwhile.
	public InputStream content(Export export) {
		return new PartsInputStream(export.parts(),
				number -> Lane.BULK.call(() -> this.parts.find(export.id(), number)));
	}

}
