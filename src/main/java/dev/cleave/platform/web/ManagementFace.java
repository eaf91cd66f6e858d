package dev.cleave.platform.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/// Makes the management port speak like the public one: traces, and the probes at the same short addresses.
/// Boot takes it into the management context, by its name in `META-INF/spring`; being no component, the main context
/// does not find it.
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementFace {

	private static final Map<String, String> PROBES = Map.of("/livez", "/actuator/health/liveness", "/readyz",
			"/actuator/health/readiness");

	@Bean
	FilterRegistrationBean<TraceFilter> managementTraces(Node node, ProblemWriter problems) {
		var registration = new FilterRegistrationBean<>(new TraceFilter(node, problems));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<?> probes() {
		var registration = new FilterRegistrationBean<>((request, response, chain) -> {
			var probe = (request instanceof HttpServletRequest http) ? PROBES.get(http.getRequestURI()) : null;
			if (probe != null) {
				request.getRequestDispatcher(probe).forward(request, response);
			}
			else {
				chain.doFilter(request, response);
			}
		});
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
		return registration;
	}

}
