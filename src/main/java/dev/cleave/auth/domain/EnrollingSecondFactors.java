package dev.cleave.auth.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.cleave.auth.AccountId;
import dev.cleave.auth.domain.Confirmation.Confirmed;
import dev.cleave.auth.domain.Confirmation.NothingBegun;
import dev.cleave.auth.domain.Confirmation.WrongCode;
import dev.cleave.auth.domain.Enrolment.AlreadyEnrolled;
import dev.cleave.auth.domain.Enrolment.Begun;
import dev.cleave.platform.audit.AuditTrail;
import dev.cleave.platform.audit.Deed;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives people a second factor, and takes it away again. It counts once they have shown a code of it, so that nobody
/// locks himself out with an app that does not work.
@Service
public class EnrollingSecondFactors {

	private final SecondFactors factors;

	private final KeyBox box;

	private final AuditTrail audit;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	EnrollingSecondFactors(SecondFactors factors, KeyBox box, AuditTrail audit, Clock clock) {
		this.factors = factors;
		this.box = box;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional("auth")
	public Enrolment begin(Person person) {
		var secret = TotpSecret.random(this.random);
		var sealed = this.box.seal(secret.key(), CheckingSecondFactors.place(person.id()));
		if (!this.factors.begin(person.id().value(), sealed)) {
			return new AlreadyEnrolled();
		}
		var uri = "otpauth://totp/Cleave:%s?secret=%s&issuer=Cleave".formatted(encoded(person.email()), secret.text());
		return new Begun(secret.text(), uri);
	}

	@Transactional("auth")
	public Confirmation confirm(AccountId id, String code) {
		var begun = this.factors.find(id.value()).filter(kept -> !kept.counts());
		if (begun.isEmpty()) {
			return new NothingBegun();
		}
		var sealed = begun.get().secret();
		var secret = new TotpSecret(this.box.open(sealed, CheckingSecondFactors.place(id)));
		var step = secret.stepOf(code, this.clock.instant());
		if (step.isEmpty()) {
			return new WrongCode();
		}
		if (!this.factors.confirm(id.value(), sealed, step.getAsLong())) {
			return new NothingBegun();
		}
		writeDown("second-factor.confirmed", id);
		return new Confirmed(newCodes(id.value()));
	}

	/// New recovery codes; those that there were are good for nothing any more. Empty if
	/// there is no second factor that counts.
	@Transactional("auth")
	public List<String> renewRecoveryCodes(AccountId id) {
		var counts = this.factors.find(id.value()).filter(SecondFactors.Kept::counts).isPresent();
		if (!counts) {
			return List.of();
		}
		writeDown("recovery-codes.renewed", id);
		return newCodes(id.value());
	}

	/// @return false if there was none
	@Transactional("auth")
	public boolean remove(AccountId id) {
		var removed = this.factors.remove(id.value());
		if (removed) {
			writeDown("second-factor.removed", id);
		}
		return removed;
	}

	private void writeDown(String what, AccountId id) {
		this.audit.record(Deed.done(what, "account:" + id));
	}

	private List<String> newCodes(UUID account) {
		var codes = Stream.generate(() -> RecoveryCode.random(this.random)).limit(RecoveryCode.AT_ONCE).toList();
		this.factors.keep(account, codes);
		return codes.stream().map(RecoveryCode::text).toList();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
