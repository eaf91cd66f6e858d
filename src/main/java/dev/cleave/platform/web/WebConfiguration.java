package dev.cleave.platform.web;

import java.util.List;

import org.apache.catalina.core.StandardHost;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the conventions in place.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebConfiguration implements WebMvcConfigurer {

	private final PagingResolver paging;

	private final HeaderResolver headers;

	WebConfiguration(PagingResolver paging, HeaderResolver headers) {
		this.paging = paging;
		this.headers = headers;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.paging);
		resolvers.add(this.headers);
	}

	/// Tomcat adds its own valve unless it finds one of the class it was told.
	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemErrorValve(Node node) {
		return factory -> factory.addContextCustomizers(context -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ProblemErrorValve.class.getName());
				host.getPipeline().addValve(new ProblemErrorValve(node));
			}
		});
	}

}
