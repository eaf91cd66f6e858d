package dev.cleave.platform.audit;

import org.jspecify.annotations.Nullable;

/// Sees who makes the request that is being worked on, and from where.
public interface Witness {

	/// The system where there is no request.
	Actor actor();

	/// The caller's network address, as far as it can be trusted; null where there is no
	/// request.
	@Nullable String address();

}
