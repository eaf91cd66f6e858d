package dev.cleave.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import dev.cleave.platform.security.Caller.Kind;
import dev.cleave.platform.web.Errand;
import dev.cleave.platform.web.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTableTests {

	private static final Caller CUSTOMER = person(Caller.CUSTOMER);

	private static final Caller STAFF = person(Caller.STAFF);

	private static final Caller ADMIN = person(Caller.ADMIN);

	private static final Caller MACHINE = new Caller("m", Kind.CLIENT, Set.of(), Set.of("things:write"));

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private final FreshProof proof = new FreshProof(new SecuritySettings(false, "https://test", Duration.ofMinutes(15)),
			Clock.fixed(NOW, ZoneOffset.UTC));

	private final RouteTable routes = new RouteTable(List.of(rules -> rules.open(HttpMethod.GET, "/things/**")
		.anyCaller(HttpMethod.POST, "/wishes")
		.scope("things:write", HttpMethod.PUT, "/things/{id}")
		.role(Caller.STAFF, HttpMethod.POST, "/things/{id}/audit")
		.role(Caller.ADMIN, HttpMethod.DELETE, "/things/{id}")
		.anyPerson(HttpMethod.POST, "/diary", "/factor")
		.withFreshProof(HttpMethod.PUT, "/things/{id}")
		.beforeSecondFactor(HttpMethod.POST, "/factor")
		.urgency(Urgency.HIGH, HttpMethod.POST, "/wishes")
		.urgency(Urgency.LOW, HttpMethod.GET, "/things")), this.proof);

	@Test
	void letsEverybodyInWhereItIsOpen() {
		assertThat(may(null, "GET", "/things/1")).isTrue();
		assertThat(may(null, "HEAD", "/things")).isTrue();
		assertThat(may(CUSTOMER, "GET", "/things/1/parts")).isTrue();
	}

	@Test
	void knowsWhoseARouteIsAndHowUrgent() {
		assertThat(errand("POST", "/wishes")).isEqualTo(new Errand("platform", Urgency.HIGH));
		assertThat(errand("HEAD", "/things")).isEqualTo(new Errand("platform", Urgency.LOW));
		assertThat(errand("GET", "/things/1")).isEqualTo(new Errand("platform", Urgency.NORMAL));
		assertThat(errand("GET", "/nothing")).isEqualTo(new Errand("none", Urgency.NORMAL));
	}

	private Errand errand(String method, String path) {
		return this.routes.of(new MockHttpServletRequest(method, path));
	}

	@Test
	void asksWhoIsCallingElsewhere() {
		assertThat(may(null, "POST", "/wishes")).isFalse();
		assertThat(may(CUSTOMER, "POST", "/wishes")).isTrue();
		assertThat(may(MACHINE, "POST", "/wishes")).isTrue();
	}

	@Test
	void givesStaffWhatAnyScopeGives() {
		assertThat(may(MACHINE, "PUT", "/things/1")).isTrue();
		assertThat(may(STAFF, "PUT", "/things/1")).isTrue();
		assertThat(may(CUSTOMER, "PUT", "/things/1")).isFalse();
		assertThat(may(new Caller("m", Kind.CLIENT, Set.of(), Set.of("other")), "PUT", "/things/1")).isFalse();
	}

	@Test
	void givesAdministratorsWhatStaffMayAndNotTheOtherWayRound() {
		assertThat(may(ADMIN, "POST", "/things/1/audit")).isTrue();
		assertThat(may(STAFF, "DELETE", "/things/1")).isFalse();
		assertThat(may(MACHINE, "DELETE", "/things/1")).isFalse();
	}

	@Test
	void keepsMachinesOutOfWhatOnlyPeopleDo() {
		assertThat(may(CUSTOMER, "POST", "/diary")).isTrue();
		assertThat(may(MACHINE, "POST", "/diary")).isFalse();
		assertThat(may(null, "POST", "/diary")).isFalse();
	}

	@Test
	void wantsAFreshProofOfPeopleWhereItIsHardToUndo() {
		var lately = new Standing(NOW.minus(Duration.ofMinutes(15)).plusMillis(1), false);
		var longAgo = new Standing(NOW.minus(Duration.ofMinutes(15)), false);

		assertThat(asked(STAFF, lately, "PUT", "/things/1").isGranted()).isTrue();
		assertThat(asked(STAFF, longAgo, "PUT", "/things/1")).isSameAs(Condition.PROOF);
		assertThat(asked(STAFF, Standing.NONE, "PUT", "/things/1")).isSameAs(Condition.PROOF);
		assertThat(asked(MACHINE, Standing.NONE, "PUT", "/things/1").isGranted()).isTrue();
		assertThat(asked(STAFF, longAgo, "POST", "/things/1/audit").isGranted()).isTrue();
		assertThat(asked(CUSTOMER, longAgo, "PUT", "/things/1").isGranted()).isFalse();
		assertThat(asked(CUSTOMER, longAgo, "PUT", "/things/1")).isNotInstanceOf(Condition.class);
	}

	@Test
	void letsWhoeverNeedsASecondFactorDoNothingElse() {
		var confined = new Standing(NOW, true);

		assertThat(asked(ADMIN, confined, "POST", "/factor").isGranted()).isTrue();
		assertThat(asked(ADMIN, confined, "GET", "/things/1").isGranted()).isTrue();
		assertThat(asked(ADMIN, confined, "POST", "/diary")).isSameAs(Condition.SECOND_FACTOR);
		assertThat(asked(ADMIN, confined, "PUT", "/things/1")).isSameAs(Condition.SECOND_FACTOR);
	}

	@Test
	void deniesWhatNobodyDeclared() {
		for (var path : List.of("/", "/thing", "/wishes/1", "/things/1/audit/x")) {
			assertThat(may(ADMIN, "POST", path)).isFalse();
		}
		assertThat(this.routes.methods(new MockHttpServletRequest("GET", "/thing"))).isEmpty();
		assertThat(this.routes.methods(new MockHttpServletRequest("PATCH", "/things/1")))
			.containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);
	}

	private boolean may(@Nullable Caller caller, String method, String path) {
		var context = new RequestAuthorizationContext(new MockHttpServletRequest(method, path));
		return this.routes
			.authorize(() -> (caller != null) ? new CallerAuthentication(caller, this.proof.given(false))
					: new TestingAuthenticationToken("anonymous", ""), context)
			.isGranted();
	}

	private AuthorizationDecision asked(Caller caller, Standing standing, String method, String path) {
		var context = new RequestAuthorizationContext(new MockHttpServletRequest(method, path));
		return this.routes.authorize(() -> new CallerAuthentication(caller, standing), context);
	}

	private static Caller person(String role) {
		return new Caller("p", Kind.ACCOUNT, Set.of(role), Set.of());
	}

}
