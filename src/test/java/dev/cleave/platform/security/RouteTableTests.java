package dev.cleave.platform.security;

import java.util.List;
import java.util.Set;

import dev.cleave.platform.security.Caller.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTableTests {

	private static final Caller CUSTOMER = person(Caller.CUSTOMER);

	private static final Caller STAFF = person(Caller.STAFF);

	private static final Caller ADMIN = person(Caller.ADMIN);

	private static final Caller MACHINE = new Caller("m", Kind.CLIENT, Set.of(), Set.of("things:write"));

	private final RouteTable routes = new RouteTable(List.of(rules -> rules.open(HttpMethod.GET, "/things/**")
		.anyCaller(HttpMethod.POST, "/wishes")
		.scope("things:write", HttpMethod.PUT, "/things/{id}")
		.role(Caller.STAFF, HttpMethod.POST, "/things/{id}/audit")
		.role(Caller.ADMIN, HttpMethod.DELETE, "/things/{id}")));

	@Test
	void letsEverybodyInWhereItIsOpen() {
		assertThat(may(null, "GET", "/things/1")).isTrue();
		assertThat(may(null, "HEAD", "/things")).isTrue();
		assertThat(may(CUSTOMER, "GET", "/things/1/parts")).isTrue();
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
			.authorize(() -> (caller != null) ? new CallerAuthentication(caller)
					: new TestingAuthenticationToken("anonymous", ""), context)
			.isGranted();
	}

	private static Caller person(String role) {
		return new Caller("p", Kind.ACCOUNT, Set.of(role), Set.of());
	}

}
