package dev.cleave.platform.web;

import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.cleave.platform.Production;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads `limit` and `cursor`.
@Component
class PagingResolver implements HandlerMethodArgumentResolver {

	private static final String LIMIT = "limit";

	private static final String CURSOR = "cursor";

	private final Cursors cursors;

	PagingResolver(WebSettings settings, Production production) {
		production.refuseDefault("cleave.web.cursor-secret", settings.cursorSecret(), WebSettings.LOCAL_CURSOR_SECRET,
				"It signs the cursors of lists and is the same on all nodes.");
		this.cursors = new Cursors(settings.cursorSecret());
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Paging.class;
	}

	@Override
	public Paging resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
		var request = Requests.of(web);
		var list = list(request);
		var cursor = request.getParameter(CURSOR);
		var after = (cursor == null || cursor.isEmpty()) ? null : this.cursors.read(list, cursor);
		return new Paging(limit(request.getParameter(LIMIT)), after, values -> this.cursors.write(list, values));
	}

	private static int limit(@Nullable String text) {
		try {
			var limit = (text == null) ? Paging.DEFAULT_LIMIT : Integer.parseInt(text);
			if (limit >= 1 && limit <= Paging.LARGEST_LIMIT) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// answered like any other limit out of range
		}
		throw new ProblemException(HttpStatus.BAD_REQUEST, "limit-invalid",
				"The limit is a number from 1 to %d.".formatted(Paging.LARGEST_LIMIT));
	}

	/// What the list is: its path and its filters, whatever their order.
	private static String list(HttpServletRequest request) {
		return new TreeMap<>(request.getParameterMap()).entrySet()
			.stream()
			.filter(parameter -> !parameter.getKey().equals(LIMIT) && !parameter.getKey().equals(CURSOR))
			.map(parameter -> parameter.getKey() + "=" + String.join("\1", parameter.getValue()))
			.collect(Collectors.joining("\0", request.getRequestURI() + "\0", ""));
	}

}
