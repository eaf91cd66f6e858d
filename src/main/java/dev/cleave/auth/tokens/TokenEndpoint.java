package dev.cleave.auth.tokens;

import java.time.Clock;
import java.util.List;

import com.nimbusds.jose.jwk.JWKSet;
import dev.cleave.auth.domain.ClientUses;
import dev.cleave.auth.domain.SigningKeys;
import dev.cleave.platform.security.SecuritySettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/// Two addresses of Spring's authorization server: where a client gets a token, and where the public keys are.
@Configuration(proxyBeanMethods = false)
class TokenEndpoint {

	private static final String TOKEN = "/oauth2/token";

	private static final String KEYS = "/oauth2/jwks";

	@Bean
	@Order(20)
	SecurityFilterChain tokenRequests(HttpSecurity http, KnownClients clients, JwtGenerator generator,
			TokenRefusals refusals, SecuritySettings settings) {
		var paths = PathPatternRequestMatcher.withDefaults();
		return http
			.securityMatcher(
					new OrRequestMatcher(paths.matcher(HttpMethod.POST, TOKEN), paths.matcher(HttpMethod.GET, KEYS)))
			.oauth2AuthorizationServer(server -> server.registeredClientRepository(clients)
				.authorizationService(new NoAuthorizations())
				.authorizationServerSettings(AuthorizationServerSettings.builder().issuer(settings.issuer()).build())
				.tokenGenerator(generator)
				.clientAuthentication(client -> client.errorResponseHandler(refusals)
					.authenticationProviders(TokenEndpoint::checkSecrets))
				.tokenEndpoint(token -> token.errorResponseHandler(refusals)
					.accessTokenRequestConverters(TokenEndpoint::onlyClientCredentials)))
			.authorizeHttpRequests(
					requests -> requests.requestMatchers(HttpMethod.GET, KEYS).permitAll().anyRequest().authenticated())
			.exceptionHandling(handling -> handling.authenticationEntryPoint(refusals))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(cache -> cache.requestCache(new NullRequestCache()))
			.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	@Bean
	JwtGenerator tokenGenerator(SigningKeys keys, ClientUses uses, Clock clock) {
		var generator = new JwtGenerator(new NimbusJwtEncoder(
				(selector, context) -> selector.select(new JWKSet(List.copyOf(keys.signing().stream().toList())))));
		generator.setClock(clock);
		generator.setJwtCustomizer(token -> {
			describe(token);
			uses.note(token.getRegisteredClient().getClientId());
		});
		return generator;
	}

	private static void describe(JwtEncodingContext token) {
		token.getClaims().claim("name", token.getRegisteredClient().getClientName());
	}

	private static void onlyClientCredentials(List<AuthenticationConverter> converters) {
		converters.clear();
		converters.add(new AllScopesByDefault());
	}

	private static void checkSecrets(List<AuthenticationProvider> providers) {
		providers.forEach(provider -> {
			if (provider instanceof ClientSecretAuthenticationProvider secrets) {
				secrets.setPasswordEncoder(new SecretCheck());
			}
		});
	}

}
