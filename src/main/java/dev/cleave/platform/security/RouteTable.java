package dev.cleave.platform.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

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

/// All rules of all modules of this process; what none of them allows is denied.
@Component
class RouteTable implements AuthorizationManager<RequestAuthorizationContext> {

	private final List<Rule> rules = new ArrayList<>();

	RouteTable(List<AccessRules> modules) {
		var writer = new Writer();
		modules.forEach(module -> module.declare(writer));
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends Authentication> authentication,
			RequestAuthorizationContext context) {
		var request = context.getRequest();
		var method = HttpMethod.valueOf(request.getMethod());
		var path = path(request);
		return new AuthorizationDecision(this.rules.stream()
			.filter(rule -> rule.fits(method, path))
			.findFirst()
			.filter(rule -> rule.isOpen() || (authentication.get() instanceof CallerAuthentication known
					&& rule.allows().test(known.caller())))
			.isPresent());
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

	private static PathContainer path(HttpServletRequest request) {
		return ServletRequestPathUtils.parse(request).pathWithinApplication();
	}

	private final class Writer implements Routes {

		@Override
		public Routes open(HttpMethod method, String... paths) {
			return add(method, paths, true, caller -> true);
		}

		@Override
		public Routes anyCaller(HttpMethod method, String... paths) {
			return add(method, paths, false, caller -> true);
		}

		@Override
		public Routes scope(String scope, HttpMethod method, String... paths) {
			return add(method, paths, false, caller -> caller.may(scope));
		}

		@Override
		public Routes role(String role, HttpMethod method, String... paths) {
			return add(method, paths, false, caller -> caller.plays(role));
		}

		private Routes add(HttpMethod method, String[] paths, boolean open, Predicate<Caller> allows) {
			Arrays.stream(paths)
				.map(PathPatternParser.defaultInstance::parse)
				.map(path -> new Rule(method, path, open, allows))
				.forEach(RouteTable.this.rules::add);
			return this;
		}

	}

}
