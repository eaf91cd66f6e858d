package dev.cleave.platform.security;

import dev.cleave.platform.web.Urgency;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/// The description of the interface is for everybody.
@Component
class PlatformAccess implements AccessRules {

	@Override
	public void declare(Routes rules) {
		rules
			.open(HttpMethod.GET, "/v3/api-docs/**", "/v3/api-docs.yaml", "/v3/api-docs.yaml/**", "/docs",
					"/swagger-ui/**")
			.urgency(Urgency.LOW, HttpMethod.GET, "/v3/api-docs/**", "/docs", "/swagger-ui/**")
			.openOperation("audit");
	}

}
