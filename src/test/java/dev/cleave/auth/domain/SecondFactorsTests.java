package dev.cleave.auth.domain;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.cleave.TestServers;
import dev.cleave.auth.AccountId;
import dev.cleave.platform.Production;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;

/// What is kept of second factors, each statement on a connection of its own, as if it came from another node.
@TestInstance(Lifecycle.PER_CLASS)
class SecondFactorsTests {

	private static final String FORMER = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

	private final DriverManagerDataSource source = new DriverManagerDataSource(TestServers.freshDatabase(), "postgres",
			"");

	private final JdbcClient jdbc = JdbcClient.create(this.source);

	private final SecondFactors factors = new SecondFactors(this.jdbc);

	private final UUID account = UUID.randomUUID();

	@BeforeAll
	void createTables() {
		this.jdbc.sql("CREATE TABLE account (id uuid PRIMARY KEY, email text)").update();
		new ResourceDatabasePopulator(new ClassPathResource("db/migration/auth/V4__second_factors.sql"))
			.execute(this.source);
	}

	@BeforeEach
	void begin() {
		this.jdbc.sql("DELETE FROM second_factor").update();
		this.jdbc.sql("INSERT INTO account VALUES (?, 'ada') ON CONFLICT DO NOTHING").param(this.account).update();
		assertThat(this.factors.begin(this.account, "secret")).isTrue();
	}

	@Test
	@Tag("S40")
	void usesEachCodeOnceHoweverManyNodesAreAsked() {
		assertThat(this.factors.use(this.account, 1)).as("before it is confirmed").isFalse();
		assertThat(this.factors.confirm(this.account, "secret", 5)).isTrue();
		assertThat(this.factors.use(this.account, 5)).as("the code that confirmed it").isFalse();
		var recovery = IntStream.range(0, 10).mapToObj(number -> RecoveryCode.random(new SecureRandom())).toList();
		this.factors.keep(this.account, recovery);

		for (var step = 6; step < 16; step++) {
			var now = step;
			assertThat(rivals(nodes -> nodes.use(this.account, now))).containsOnlyOnce(true);
			assertThat(rivals(nodes -> nodes.use(this.account, recovery.get(now - 6)))).containsOnlyOnce(true);
			assertThat(this.factors.use(this.account, now - 1)).as("an earlier one").isFalse();
		}
	}

	@Test
	void letsNobodyReplaceWhatCounts() {
		assertThat(this.factors.begin(this.account, "other")).isTrue();
		assertThat(this.factors.confirm(this.account, "secret", 5)).as("a secret that was replaced").isFalse();
		assertThat(this.factors.confirm(this.account, "other", 5)).isTrue();

		assertThat(this.factors.begin(this.account, "third")).isFalse();
		assertThat(this.factors.confirm(this.account, "other", 9)).isFalse();
		assertThat(this.factors.find(this.account).orElseThrow().secret()).isEqualTo("other");
	}

	@Test
	void beginsNothingForWhoeverWasErased() {
		this.factors.remove(this.account);
		this.jdbc.sql("UPDATE account SET email = NULL").update();

		assertThat(this.factors.begin(this.account, "secret")).isFalse();
		assertThat(this.factors.begin(UUID.randomUUID(), "secret")).isFalse();

		this.jdbc.sql("UPDATE account SET email = 'ada'").update();
	}

	@Test
	void sealsAnewWhatWasSealedWithTheFormerKey() {
		var place = CheckingSecondFactors.place(new AccountId(this.account));
		var boxes = new ApplicationContextRunner().withUserConfiguration(KeyBoxTests.Settings.class, Production.class,
				KeyBox.class);
		boxes.withPropertyValues(EncryptionSettings.KEY + "=" + FORMER)
			.run(before -> this.factors.begin(this.account,
					before.getBean(KeyBox.class).seal(new byte[] { 7 }, place)));

		boxes.withPropertyValues(EncryptionSettings.FORMER_KEY + "=" + FORMER).run(changing -> {
			var settings = changing.getBean(EncryptionSettings.class);
			new SealingAnew(this.factors, changing.getBean(KeyBox.class), settings).afterSingletonsInstantiated();
		});

		boxes.run(after -> assertThat(
				after.getBean(KeyBox.class).open(this.factors.find(this.account).orElseThrow().secret(), place))
			.containsExactly(7));
	}

	private List<Boolean> rivals(Predicate<SecondFactors> attempt) {
		return IntStream.range(0, 4).parallel().mapToObj(number -> attempt.test(this.factors)).toList();
	}

}
