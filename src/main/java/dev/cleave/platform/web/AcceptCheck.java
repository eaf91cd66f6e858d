package dev.cleave.platform.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Refuses who can't read JSON before anything is done. Spring itself would find out only when it writes the answer,
/// with the order already placed. A controller that answers with something else declares what it `produces`.
class AcceptCheck implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws HttpMediaTypeNotAcceptableException {
		var accept = request.getHeader(HttpHeaders.ACCEPT);
		if (accept != null && isOurs(handler)
				&& request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null
				&& !takesJson(accept)) {
			throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
		}
		return true;
	}

	private static boolean isOurs(Object handler) {
		return handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith("dev.cleave.")
				&& method.getBeanType() != ProblemErrorController.class;
	}

	private static boolean takesJson(String accept) {
		try {
			return MediaType.parseMediaTypes(accept)
				.stream()
				.anyMatch(type -> type.includes(MediaType.APPLICATION_JSON));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
