package dev.cleave.platform.web;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/// Adds `Link: <…>; rel="next"` (RFC 8288) to each page that has a next one.
@RestControllerAdvice
class PageLinks implements ResponseBodyAdvice<Object> {

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType contentType,
			Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (body instanceof Continued page && page.next() != null) {
			var here = request.getURI();
			var link = UriComponentsBuilder.fromPath(here.getRawPath())
				.query(here.getRawQuery())
				.replaceQueryParam("cursor", page.next())
				.build(true)
				.toUriString();
			response.getHeaders().add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(link));
		}
		return body;
	}

}
