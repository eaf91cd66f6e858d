package dev.cleave.reporting.web;

import dev.cleave.platform.security.AccessRules;
import dev.cleave.platform.security.Routes;
import dev.cleave.platform.web.Urgency;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class ReportingAccess implements AccessRules {

	@Override
	public void declare(Routes rules) {
		rules.scope("reports:read", HttpMethod.GET, "/api/v1/reports/sales", "/api/v1/reports/top-products",
				"/api/v1/reports/customers", "/api/v1/reports/stock", RebuildController.PATH);
		rules.urgency(Urgency.LOW, HttpMethod.GET, "/api/v1/reports/sales", "/api/v1/reports/top-products",
				"/api/v1/reports/customers", "/api/v1/reports/stock");
		rules.role("ADMIN", HttpMethod.POST, RebuildController.PATH);
		rules.role("ADMIN", HttpMethod.DELETE, RebuildController.PATH);
	}

}
