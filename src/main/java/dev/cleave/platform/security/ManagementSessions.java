package dev.cleave.platform.security;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Lets the management port know who has signed in at the public one. Boot takes it into the management context, by its
/// name in `META-INF/spring`; being no component, the main context does not find it.
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementSessions {

	@Bean
	FilterRegistrationBean<SessionRepositoryFilter<?>> managementSessionFilter(SessionRepositoryFilter<?> sessions) {
		var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(sessions);
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
		return registration;
	}

}
