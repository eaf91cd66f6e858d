package dev.cleave.auth.web;

import dev.cleave.platform.audit.Actor;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;
import dev.cleave.platform.security.Caller;
import dev.cleave.platform.security.Fingerprints;

import org.springframework.stereotype.Component;

/// Writes down who came, who went and who was turned away. Whoever was turned away may be anybody, so the name he gave is
/// kept as a fingerprint: attempts on one account can be told together, and no address is read from them.
@Component
class SignInRecord {

	private static final String SIGNED_IN = "session.opened";

	private final AuditTrail audit;

	private final Fingerprints fingerprints;

	SignInRecord(AuditTrail audit, Fingerprints fingerprints) {
		this.audit = audit;
		this.fingerprints = fingerprints;
	}

	void opened(Caller caller) {
		this.audit.record(Deed.done(SIGNED_IN, subject(caller)).by(Actor.account(caller.id())));
	}

	/// @param name as it was given
	/// @param why the code of the refusal
	void refused(String name, String why) {
		this.audit.refused(Deed.refused(SIGNED_IN, "session")
			.because(why)
			.by(Actor.stranger(this.fingerprints.of("audit", name))));
	}

	void closed(Caller caller) {
		this.audit.record(Deed.done("session.closed", subject(caller)));
	}

	/// @param session as its owner names it
	void revoked(Caller caller, String session) {
		this.audit.record(Deed.done("session.revoked", subject(caller)).with("session", session));
	}

	private static String subject(Caller caller) {
		return "account:" + caller.id();
	}

}
