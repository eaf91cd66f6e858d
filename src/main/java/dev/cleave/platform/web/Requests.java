package dev.cleave.platform.web;

import java.util.Collections;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.NativeWebRequest;

/// Looks into the servlet request behind an argument resolver.
final class Requests {

	private Requests() {
	}

	static HttpServletRequest of(NativeWebRequest web) {
		var request = web.getNativeRequest(HttpServletRequest.class);
		if (request == null) {
			throw new IllegalStateException("Not a servlet request");
		}
		return request;
	}

	/// All values of a header as one list, or null when it was not sent.
	static @Nullable String header(HttpServletRequest request, String name) {
		var values = Collections.list(request.getHeaders(name));
		return values.isEmpty() ? null : String.join(",", values);
	}

}
