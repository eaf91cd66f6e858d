package dev.cleave.platform.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.cleave.platform.modules.ActiveModule;
import dev.cleave.platform.web.Errand;
import dev.cleave.platform.web.Errands;
import dev.cleave.platform.web.Urgency;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/// All rules of all modules of this process; what none of them allows is denied. Where there is no rule, somebody is as
/// urgent as anybody and belongs to no module.
@Component
class RouteTable implements AuthorizationManager<RequestAuthorizationContext>, Errands {

	private static final Errand UNKNOWN = new Errand("none", Urgency.NORMAL);

	private final List<Rule> rules = new ArrayList<>();

	private final List<Rule> proven = new ArrayList<>();

	private final List<Rule> unconfined = new ArrayList<>();

	private final Map<Rule, Urgency> urgencies = new LinkedHashMap<>();

	private final Set<String> openOperations = new LinkedHashSet<>();

	private final FreshProof proof;

	RouteTable(List<AccessRules> modules, FreshProof proof) {
		this.proof = proof;
		modules.forEach(module -> module.declare(new Writer(ActiveModule.nameOf(module.getClass()))));
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends Authentication> authentication,
			RequestAuthorizationContext context) {
		var request = context.getRequest();
		var method = HttpMethod.valueOf(request.getMethod());
		var path = path(request);
		var rule = rule(method, path);
		if (rule.isEmpty() || rule.get().isOpen()) {
			return new AuthorizationDecision(rule.isPresent());
		}
		if (!(authentication.get() instanceof CallerAuthentication known)) {
			return new AuthorizationDecision(false);
		}
		request.setAttribute(CallerLimitFilter.CALLER, known.caller());
		return rule.get().allows().test(known.caller()) ? conditions(known, method, path)
				: new AuthorizationDecision(false);
	}

	private AuthorizationDecision conditions(CallerAuthentication known, HttpMethod method, PathContainer path) {
		if (known.standing().isConfined() && this.unconfined.stream().noneMatch(rule -> rule.fits(method, path))) {
			return Condition.SECOND_FACTOR;
		}
		if (!this.proof.isGivenBy(known) && this.proven.stream().anyMatch(rule -> rule.fits(method, path))) {
			return Condition.PROOF;
		}
		return new AuthorizationDecision(true);
	}

	/// The endpoints of the management port whose changing calls are open.
	Set<String> openOperations() {
		return Set.copyOf(this.openOperations);
	}

	/// The methods that somebody may use at this path; empty where there is nothing.
	Set<HttpMethod> methods(HttpServletRequest request) {
		var path = path(request);
		var methods = new LinkedHashSet<HttpMethod>();
		this.rules.stream().filter(rule -> rule.path().matches(path)).map(Rule::method).forEach(methods::add);
		if (methods.contains(HttpMethod.GET)) {
			methods.add(HttpMethod.HEAD);
		}
		return methods;
	}

	/// The route that somebody was refused, as it was declared: it tells nothing of what
	/// he
	/// wrote into the path.
	String route(HttpServletRequest request) {
		var method = HttpMethod.valueOf(request.getMethod());
		var path = path(request);
		return rule(method, path).map(rule -> "%s %s".formatted(method, rule.path())).orElse(method.name());
	}

	@Override
	public Errand of(HttpServletRequest request) {
		var method = HttpMethod.valueOf(request.getMethod());
		var path = path(request);
		return rule(method, path).map(rule -> new Errand(rule.module(), urgency(method, path))).orElse(UNKNOWN);
	}

	private Urgency urgency(HttpMethod method, PathContainer path) {
		return this.urgencies.entrySet()
			.stream()
			.filter(each -> each.getKey().fits(method, path))
			.findFirst()
			.map(Map.Entry::getValue)
			.orElse(Urgency.NORMAL);
	}

	private Optional<Rule> rule(HttpMethod method, PathContainer path) {
		return this.rules.stream().filter(each -> each.fits(method, path)).findFirst();
	}

	private static PathContainer path(HttpServletRequest request) {
		return ServletRequestPathUtils.parse(request).pathWithinApplication();
	}

	private final class Writer implements Routes {

		private final String module;

		Writer(String module) {
			this.module = module;
		}

		@Override
		public Routes open(HttpMethod method, String... paths) {
			return add(method, paths, true, caller -> true);
		}

		@Override
		public Routes anyCaller(HttpMethod method, String... paths) {
			return add(method, paths, false, caller -> true);
		}

		@Override
		public Routes anyPerson(HttpMethod method, String... paths) {
			return add(method, paths, false, caller -> caller.kind() == Caller.Kind.ACCOUNT);
		}

		@Override
		public Routes scope(String scope, HttpMethod method, String... paths) {
			return add(method, paths, false, caller -> caller.may(scope));
		}

		@Override
		public Routes role(String role, HttpMethod method, String... paths) {
			return add(method, paths, false, caller -> caller.plays(role));
		}

		@Override
		public Routes withFreshProof(HttpMethod method, String... paths) {
			return add(RouteTable.this.proven, method, paths, false, caller -> true);
		}

		@Override
		public Routes beforeSecondFactor(HttpMethod method, String... paths) {
			return add(RouteTable.this.unconfined, method, paths, false, caller -> true);
		}

		@Override
		public Routes urgency(Urgency urgency, HttpMethod method, String... paths) {
			rules(method, paths, false, caller -> true).forEach(rule -> RouteTable.this.urgencies.put(rule, urgency));
			return this;
		}

		@Override
		public Routes openOperation(String endpoint) {
			RouteTable.this.openOperations.add(endpoint);
			return this;
		}

		private Routes add(HttpMethod method, String[] paths, boolean open, Predicate<Caller> allows) {
			return add(RouteTable.this.rules, method, paths, open, allows);
		}

		private Routes add(List<Rule> list, HttpMethod method, String[] paths, boolean open, Predicate<Caller> allows) {
			rules(method, paths, open, allows).forEach(list::add);
			return this;
		}

		private Stream<Rule> rules(HttpMethod method, String[] paths, boolean open, Predicate<Caller> allows) {
			return Arrays.stream(paths)
				.map(PathPatternParser.defaultInstance::parse)
				.map(path -> new Rule(this.module, method, path, open, allows));
		}

	}

}
