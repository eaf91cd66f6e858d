package dev.cleave.reporting.projections.exports;

import java.util.UUID;
import java.util.function.LongPredicate;

import dev.cleave.platform.Ids;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes wishes for files, and takes them back.
@Service
public class AskingForExports {

	private final Exports exports;

	private final ExportSettings settings;

	AskingForExports(Exports exports, ExportSettings settings) {
		this.exports = exports;
		this.settings = settings;
	}

	@Transactional("reporting")
	public Asking ask(Question question) {
		if (this.exports.countUnfinished() >= this.settings.unfinished()) {
			return new Asking.TooMany(this.settings.unfinished());
		}
		var id = Ids.next();
		this.exports.add(id, question);
		return new Asking.Taken(this.exports.find(id).orElseThrow());
	}

	/// Cancels it if it is not finished, and forgets it in any case.
	///
	/// @param seen whether the caller knows this version
	@Transactional("reporting")
	public Removal remove(UUID id, LongPredicate seen) {
		var export = this.exports.lock(id);
		if (export.isEmpty()) {
			return Removal.UNKNOWN;
		}
		if (!seen.test(export.get().version())) {
			return Removal.STALE;
		}
		this.exports.remove(id);
		return Removal.REMOVED;
	}

	/// What became of a wish.
	public sealed interface Asking {

		record Taken(Export export) implements Asking {
		}

		/// @param limit how many may be unfinished at a time
		record TooMany(int limit) implements Asking {
		}

	}

	/// What became of a removal.
	public enum Removal {

		REMOVED, UNKNOWN, STALE

	}

}
