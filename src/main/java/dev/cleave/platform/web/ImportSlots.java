package dev.cleave.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Keeps imports to a lane of their own: a module takes only so many at once on a node, and who comes too many is sent
/// away before a byte of the body is read. What an import holds is a slot and a chunk of lines, however long it is.
@Component
public class ImportSlots {

	private static final int COME_BACK_SECONDS = 5;

	private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

	private final ImportSettings settings;

	ImportSlots(ImportSettings settings) {
		this.settings = settings;
	}

	/// Lets the import run if there is a slot for it.
	///
	/// @param body as it comes in; a sender who is dead or too slow loses the slot
	/// @throws ProblemException 503 if there is none
	public <T> T hold(String module, InputStream body, Import<T> work) throws IOException {
		var slots = this.free.computeIfAbsent(module, name -> new Semaphore(this.settings.atOnce()));
		if (!slots.tryAcquire()) {
			throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "imports-busy",
					"This node is at work on %d imports already. Send the file again later."
						.formatted(this.settings.atOnce()))
				.retryAfter(COME_BACK_SECONDS)
				.header("Cleave-Outcome", "none");
		}
		Permit.leave();
		try {
			return work.take(new PacedInputStream(body, this.settings));
		}
		finally {
			slots.release();
		}
	}

	/// What reads the body to its end.
	public interface Import<T> {

		T take(InputStream body) throws IOException;

	}

}
