package dev.cleave.platform.web;

import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads the headers that controllers take as parameters.
@Component
class HeaderResolver implements HandlerMethodArgumentResolver {

	private static final Map<Class<?>, Function<HttpServletRequest, Object>> READERS = Map.of(IfMatch.class,
			request -> new IfMatch(Requests.header(request, HttpHeaders.IF_MATCH)), Prefer.class,
			request -> new Prefer(Requests.header(request, "Prefer")), IdempotencyKey.class, IdempotencyKey::of);

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return READERS.containsKey(parameter.getParameterType());
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
		var reader = READERS.get(parameter.getParameterType());
		return (reader != null) ? reader.apply(Requests.of(web)) : null;
	}

}
