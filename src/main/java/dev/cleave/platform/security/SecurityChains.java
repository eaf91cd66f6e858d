package dev.cleave.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/// One chain for each way to call, so that they never mix: a request with a token knows no cookie.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChains {

	private static final String HEALTH = "health";

	/// Each filter of a chain would be timed for itself, at the cost of a tenth of a
	/// request.
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	/// The same as Spring's default, which asks a regular expression about each header
	/// that is read.
	@Bean
	HttpFirewall firewall() {
		var firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderNames(SecurityChains::isPlain);
		firewall.setAllowedHeaderValues(SecurityChains::isPlain);
		return firewall;
	}

	private static boolean isPlain(String text) {
		for (var at = 0; at < text.length();) {
			var point = text.codePointAt(at);
			if (Character.isISOControl(point) || !Character.isDefined(point)) {
				return false;
			}
			at += Character.charCount(point);
		}
		return true;
	}

	/// The chains call it; the server, which would on its own, does not.
	@Bean
	FilterRegistrationBean<CallerLimitFilter> onlyWithinChains(CallerLimitFilter limits) {
		var registration = new FilterRegistrationBean<>(limits);
		registration.setEnabled(false);
		return registration;
	}

	/// What changes something by the management port is done by an administrator who has
	/// signed in, in his name.
	@Bean
	@Order(5)
	SecurityFilterChain operators(HttpSecurity http, OperatorAccess access, RouteTable routes,
			SecurityContextRepository contexts, CsrfProof proof) {
		var open = routes.openOperations().toArray(String[]::new);
		return byCookie(http, contexts, proof)
			.securityMatcher(new AndRequestMatcher(EndpointRequest.toAnyEndpoint(), CsrfProof::changes))
			.authorizeHttpRequests(requests -> {
				if (open.length > 0) {
					requests.requestMatchers(EndpointRequest.to(open)).permitAll();
				}
				requests.anyRequest().access(access);
			})
			.exceptionHandling(handling -> handling.authenticationEntryPoint(access).accessDeniedHandler(access))
			.build();
	}

	/// The management port listens on loopback unless told otherwise; who reaches it
	/// may look at how the shop runs.
	@Bean
	@Order(10)
	SecurityFilterChain operations(HttpSecurity http) {
		return stateless(http)
			.securityMatcher(new OrRequestMatcher(EndpointRequest.toAnyEndpoint(), EndpointRequest.toLinks(),
					EndpointRequest.toAdditionalPaths(WebServerNamespace.MANAGEMENT, HEALTH),
					EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HEALTH)))
			.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	@Order(30)
	SecurityFilterChain tokens(HttpSecurity http, RouteTable routes, Refusals refusals, CallerLimitFilter limits,
			JwtDecoder decoder) {
		return guarded(stateless(http), routes, refusals, limits).securityMatcher(SecurityChains::hasToken)
			.oauth2ResourceServer(server -> server.authenticationEntryPoint(refusals)
				.bearerTokenResolver(new BearerTokens())
				.accessDeniedHandler(refusals)
				.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(TokenConfiguration::callerOf)))
			.build();
	}

	@Bean
	@Order(40)
	SecurityFilterChain cookies(HttpSecurity http, RouteTable routes, Refusals refusals, CallerLimitFilter limits,
			SecurityContextRepository contexts, CsrfProof proof) {
		return guarded(byCookie(http, contexts, proof), routes, refusals, limits).build();
	}

	private static HttpSecurity byCookie(HttpSecurity http, SecurityContextRepository contexts, CsrfProof proof) {
		return plain(http).securityContext(context -> context.securityContextRepository(contexts))
			.sessionManagement(session -> session.requireExplicitAuthenticationStrategy(true))
			.csrf(csrf -> csrf.csrfTokenRepository(proof.tokens())
				.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
				.requireCsrfProtectionMatcher(proof)
				.sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()));
	}

	private static HttpSecurity guarded(HttpSecurity http, RouteTable routes, Refusals refusals,
			CallerLimitFilter limits) {
		return http.addFilterAfter(limits, AuthorizationFilter.class)
			.authorizeHttpRequests(
					requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
						.permitAll()
						.anyRequest()
						.access(routes))
			.exceptionHandling(handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
	}

	private static HttpSecurity stateless(HttpSecurity http) {
		return plain(http).csrf(AbstractHttpConfigurer::disable)
			.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
	}

	private static HttpSecurity plain(HttpSecurity http) {
		return http.requestCache(cache -> cache.requestCache(new NullRequestCache()))
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable);
	}

	static boolean hasToken(HttpServletRequest request) {
		var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return authorization != null && authorization.regionMatches(true, 0, "Bearer", 0, 6);
	}

}
