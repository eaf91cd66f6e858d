package dev.cleave.platform.security;

import org.apache.catalina.valves.RemoteIpValve;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Believes those proxies that the settings name what they say of the caller's address and of TLS. Boot's own way trusts
/// every private address, and is switched off.
@Configuration(proxyBeanMethods = false)
class TrustedProxies {

	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwardedHeaders(ProxySettings settings) {
		return factory -> {
			if (!settings.trustedProxies().isEmpty()) {
				var valve = new RemoteIpValve();
				valve.setInternalProxies(String.join(",", settings.trustedProxies()));
				valve.setRemoteIpHeader("X-Forwarded-For");
				valve.setProtocolHeader("X-Forwarded-Proto");
				factory.addEngineValves(valve);
			}
		};
	}

}
