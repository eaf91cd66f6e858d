package dev.cleave.reporting.web;

import dev.cleave.platform.security.AccessRules;
import dev.cleave.platform.security.Routes;
import dev.cleave.platform.web.Urgency;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class ExportAccess implements AccessRules {

	private static final String SCOPE = "reports:read";

	private static final String EXPORTS = "/api/v1/reports/exports";

	private static final String EXPORT = EXPORTS + "/{id}";

	@Override
	public void declare(Routes rules) {
		rules.scope(SCOPE, HttpMethod.GET, EXPORTS, EXPORT, EXPORT + "/download")
			.scope(SCOPE, HttpMethod.POST, EXPORTS)
			.scope(SCOPE, HttpMethod.DELETE, EXPORT)
			.urgency(Urgency.LOW, HttpMethod.GET, EXPORTS, EXPORT, EXPORT + "/download")
			.urgency(Urgency.LOW, HttpMethod.POST, EXPORTS);
	}

}
