package dev.cleave.platform.security;

import java.time.Clock;

import org.springframework.stereotype.Component;

/// Knows who has proven lately to be who they are. For what is hard to undo a session alone is not enough: it may have
/// been left open, or its cookie may be in wrong hands. Machines prove themselves with a token that lives for minutes.
@Component
class FreshProof {

	private final SecuritySettings settings;

	private final Clock clock;

	FreshProof(SecuritySettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	boolean isGivenBy(CallerAuthentication known) {
		return known.caller().kind() == Caller.Kind.CLIENT
				|| known.standing().provenAt().plus(this.settings.proofLifetime()).isAfter(this.clock.instant());
	}

	/// Of whoever proves it at this moment.
	Standing given(boolean isConfined) {
		return new Standing(this.clock.instant(), isConfined);
	}

}
