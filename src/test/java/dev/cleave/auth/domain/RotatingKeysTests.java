package dev.cleave.auth.domain;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import dev.cleave.auth.domain.KeyRotation.Published;
import dev.cleave.auth.domain.KeyRotation.Waiting;
import dev.cleave.auth.domain.KeySheet.State;
import dev.cleave.platform.MissingSettingException;
import dev.cleave.platform.Production;
import dev.cleave.platform.security.SigningKeyPublished;
import dev.cleave.platform.security.SigningKeyRetired;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// How one signing key follows another, by a clock that is moved.
class RotatingKeysTests {

	private static TokenKey first;

	private static TokenKey second;

	private final AuthDatabase database = new AuthDatabase();

	private final KeyBox box = box(1);

	private final RotatingKeys rotating = this.database.rotating(this.box);

	private final SigningKeys keys = new SigningKeys(this.database.ring(), this.box);

	/// Keys are dear.
	@BeforeAll
	static void make() {
		first = TokenKey.generate();
		second = TokenKey.generate();
	}

	@Test
	void signsAtOnceWithTheFirstKeyThatAnyNodeMakes() {
		assertThat(this.rotating.isDue()).isTrue();

		IntStream.range(0, 4)
			.parallel()
			.forEach(node -> this.database
				.inTransaction(() -> this.database.rotating(this.box).publishIfDue((node % 2 == 0) ? first : second)));

		assertThat(states()).containsExactly(State.SIGNING);
		assertThat(this.keys.signing()).isPresent();
		assertThat(this.rotating.isDue()).isFalse();
	}

	@Test
	void tellsOfAKeyAnHourBeforeItSignsAndKeepsTheFormerUntilItsTokensHaveExpired() {
		begin();

		var published = this.database.inTransaction(() -> this.rotating.publish(second));

		assertThat(published).isInstanceOf(Published.class);
		assertThat(this.database.messages()).last()
			.isEqualTo(new SigningKeyPublished(second.kid(), second.publicJwk()));
		assertThat(signing()).isEqualTo(first.kid());
		assertThat(trusted()).containsExactlyInAnyOrder(first.kid(), second.kid());
		assertThat(states()).containsExactly(State.WAITING, State.SIGNING);

		this.database.pass(Duration.ofMinutes(59));
		assertThat(signing()).isEqualTo(first.kid());
		this.database.pass(Duration.ofMinutes(1));
		assertThat(signing()).isEqualTo(second.kid());
		assertThat(states()).containsExactly(State.SIGNING, State.FORMER);

		this.database.pass(Duration.ofMinutes(14));
		assertThat(this.database.inTransaction(this.rotating::retire)).isZero();
		assertThat(this.keys.published()).hasSize(2);
		this.database.pass(Duration.ofMinutes(1));
		assertThat(this.database.inTransaction(this.rotating::retire)).isOne();

		assertThat(this.database.messages()).last().isEqualTo(new SigningKeyRetired(first.kid()));
		assertThat(trusted()).containsExactly(second.kid());
		assertThat(this.keys.published()).hasSize(1).noneMatch(com.nimbusds.jose.jwk.JWK::isPrivate);
	}

	@Test
	void letsAnotherKeyFollowAfterThirtyDays() {
		begin();

		this.database.pass(Duration.ofDays(30).minusHours(1).minusMinutes(1));
		assertThat(this.rotating.isDue()).isFalse();
		this.database.pass(Duration.ofMinutes(1));
		assertThat(this.rotating.isDue()).isTrue();
		this.database.inTransaction(() -> this.rotating.publishIfDue(second));

		assertThat(this.rotating.isDue()).isFalse();
		assertThat(states()).containsExactly(State.WAITING, State.SIGNING);
	}

	@Test
	void letsNoKeyJumpTheQueue() {
		begin();
		this.database.inTransaction(() -> this.rotating.publish(second));

		var third = this.database.inTransaction(() -> this.rotating.publish(second));

		assertThat(third).isInstanceOfSatisfying(Waiting.class,
				waiting -> assertThat(waiting.key().kid()).isEqualTo(second.kid()));
	}

	@Test
	void forgetsALeakedKeyAtOnce() {
		begin();

		var replaced = this.database.inTransaction(() -> this.rotating.replaceAll(second));

		assertThat(replaced.state()).isEqualTo(State.SIGNING);
		assertThat(trusted()).containsExactly(second.kid());
		assertThat(this.database.messages()).containsExactly(new SigningKeyPublished(first.kid(), first.publicJwk()),
				new SigningKeyPublished(second.kid(), second.publicJwk()), new SigningKeyRetired(first.kid()));
	}

	@Test
	void keepsNoPrivateHalfInPlainNotEvenAnOldOne() {
		var secret = TokenKey.parse(first.privateJwk()).getPrivateExponent().toString();
		this.database.jdbc()
			.sql("INSERT INTO signing_key (kid, jwk, created_at) VALUES (?, ?, now())")
			.params(first.kid(), first.privateJwk())
			.update();
		assertThat(kept()).contains(secret);

		this.database.inTransaction(this.rotating::sealAnew);

		assertThat(kept()).startsWith("sealed.").doesNotContain(secret);
		assertThat(this.keys.signing().orElseThrow().toJSONString()).contains(secret);
	}

	@Test
	void sealsAnewUnderANewEncryptionKeyAndRefusesToGoOnWithoutTheFormer() {
		begin();
		var before = kept();

		assertThatExceptionOfType(MissingSettingException.class)
			.isThrownBy(() -> this.database.inTransaction(this.database.rotating(box(2))::sealAnew));
		assertThat(kept()).isEqualTo(before);

		var both = new KeyBox(new EncryptionSettings(key(2), key(1)), laptop());
		this.database.inTransaction(this.database.rotating(both)::sealAnew);

		assertThat(new SigningKeys(this.database.ring(), box(2)).signing()).isPresent();
	}

	@Test
	void refusesALeadThatNeverLetsAKeySign() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeySettings(Duration.ofHours(2), Duration.ofMinutes(61)));
		assertThatIllegalArgumentException().isThrownBy(() -> new KeySettings(Duration.ofMinutes(59), Duration.ZERO));
	}

	private void begin() {
		this.database.inTransaction(() -> this.rotating.publishIfDue(first));
	}

	private String signing() {
		return this.keys.signing().orElseThrow().getKeyID();
	}

	private List<State> states() {
		return this.keys.all().stream().map(KeySheet::state).toList();
	}

	private List<String> trusted() {
		return this.database.jdbc().sql("SELECT kid FROM trusted_key").query(String.class).list();
	}

	private String kept() {
		return this.database.jdbc().sql("SELECT jwk FROM signing_key").query(String.class).single();
	}

	private static KeyBox box(int fill) {
		return new KeyBox(new EncryptionSettings(key(fill), null), laptop());
	}

	private static Production laptop() {
		try (var context = new AnnotationConfigApplicationContext(Production.class)) {
			return context.getBean(Production.class);
		}
	}

	private static String key(int fill) {
		var bytes = new byte[32];
		java.util.Arrays.fill(bytes, (byte) fill);
		return Base64.getEncoder().encodeToString(bytes);
	}

}
