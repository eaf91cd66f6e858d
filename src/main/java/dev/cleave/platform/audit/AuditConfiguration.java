package dev.cleave.platform.audit;

import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/// Gives each class that asks the audit trail of the module it lives in.
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	AuditTrail auditTrail(InjectionPoint point, AuditTrails trails) {
		return trails.of(ActiveModule.nameOf(point.getMember().getDeclaringClass()));
	}

}
