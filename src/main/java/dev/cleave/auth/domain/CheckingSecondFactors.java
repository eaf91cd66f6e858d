package dev.cleave.auth.domain;

import java.time.Clock;

import dev.cleave.auth.AccountId;
import dev.cleave.platform.audit.Actor;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells whether a code of somebody's second factor is right. Each code is good once.
@Service
public class CheckingSecondFactors {

	private final SecondFactors factors;

	private final KeyBox box;

	private final SecondFactorSettings settings;

	private final AuditTrail audit;

	private final Clock clock;

	CheckingSecondFactors(SecondFactors factors, KeyBox box, SecondFactorSettings settings, AuditTrail audit,
			Clock clock) {
		this.factors = factors;
		this.box = box;
		this.settings = settings;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(value = "auth", readOnly = true)
	public SecondFactorSheet of(Person person) {
		var isRequired = this.settings.secondFactorFor().contains(person.role());
		return this.factors.find(person.id().value())
			.map(kept -> new SecondFactorSheet((kept.confirmedAt() != null) ? kept.confirmedAt().toInstant() : null,
					kept.recoveryCodes(), isRequired))
			.orElseGet(() -> new SecondFactorSheet(null, 0, isRequired));
	}

	/// Uses up a code of the app, or a recovery code.
	@Transactional("auth")
	public boolean accept(AccountId id, String code) {
		var kept = this.factors.find(id.value()).filter(SecondFactors.Kept::counts);
		if (kept.isEmpty()) {
			return false;
		}
		var step = new TotpSecret(this.box.open(kept.get().secret(), place(id))).stepOf(code, this.clock.instant());
		return step.isPresent() ? this.factors.use(id.value(), step.getAsLong()) : recovers(id, code);
	}

	private boolean recovers(AccountId id, String code) {
		var used = this.factors.use(id.value(), RecoveryCode.typed(code));
		if (used) {
			this.audit.record(Deed.done("recovery-code.used", "account:" + id).by(Actor.account(id.toString())));
		}
		return used;
	}

	/// Where a sealed secret belongs, so that nobody can move it to another account.
	static String place(AccountId id) {
		return "second-factor:" + id;
	}

}
