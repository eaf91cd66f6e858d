package dev.cleave.platform.security;

import java.util.function.Predicate;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/// Who may use one route.
///
/// @param module that has declared it
/// @param isOpen whether everybody may, so that nobody needs to look who is calling
record Rule(String module, HttpMethod method, PathPattern path, boolean isOpen, Predicate<Caller> allows) {

	boolean fits(HttpMethod asked, PathContainer where) {
		return isFor(asked) && this.path.matches(where);
	}

	private boolean isFor(HttpMethod asked) {
		return this.method.equals((asked.equals(HttpMethod.HEAD)) ? HttpMethod.GET : asked);
	}

}
