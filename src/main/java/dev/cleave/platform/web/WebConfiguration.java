package dev.cleave.platform.web;

import java.util.List;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the conventions in place.
@Configuration(proxyBeanMethods = false)
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

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new SingleParameters());
		interceptors.addInterceptor(new AcceptCheck());
	}

	/// JSON only: the documentation brings a reader of YAML along, which knows none of
	/// our limits.
	@Override
	public void configureMessageConverters(ServerBuilder converters) {
		converters.configureMessageConvertersList(list -> list
			.removeIf(converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
	}

	/// A text is a text: no number or truth value passes for one, and no part of one.
	@Bean
	static JsonMapperBuilderCustomizer strictTexts() {
		var whole = new SimpleModule("whole-texts").addDeserializer(String.class, new WholeTexts());
		return json -> json.addModule(whole)
			.withCoercionConfig(LogicalType.Textual,
					texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

	/// Whoever asks whether to go on (`Expect: 100-continue`) hears it when the body is
	/// wanted, and so sends none to be
	/// refused.
	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesOnDemand() {
		return factory -> factory.addConnectorCustomizers(connector -> {
			if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
				http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
			}
		});
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
