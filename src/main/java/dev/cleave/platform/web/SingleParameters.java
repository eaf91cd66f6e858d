package dev.cleave.platform.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses a query in which a parameter stands twice. No parameter here is a list, and which of two counts would be for
/// each proxy and server to guess.
class SingleParameters implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var query = request.getQueryString();
		if (query != null && isRepetitive(query)) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "parameter-duplicate",
					"Give each parameter of the query once.");
		}
		return true;
	}

	private static boolean isRepetitive(String query) {
		var names = new HashSet<String>();
		for (var parameter : query.split("&")) {
			if (!parameter.isEmpty() && !names.add(name(parameter))) {
				return true;
			}
		}
		return false;
	}

	private static String name(String parameter) {
		var name = parameter.split("=", 2)[0];
		try {
			return URLDecoder.decode(name, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new ProblemException(HttpStatus.BAD_REQUEST, "parameter-invalid",
					"A parameter's name is not percent-encoded.");
		}
	}

}
