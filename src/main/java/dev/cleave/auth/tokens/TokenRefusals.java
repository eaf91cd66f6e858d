package dev.cleave.auth.tokens;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import dev.cleave.auth.domain.Attempt.Refused;
import dev.cleave.auth.domain.Guarded;
import dev.cleave.auth.domain.Throttle;
import dev.cleave.platform.web.ProblemWriter;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/// Refuses a token with a problem that has OAuth's own fields as well (RFC 6749 §5.2), so that both kinds of clients
/// understand it.
@Component
class TokenRefusals implements AuthenticationFailureHandler, AuthenticationEntryPoint {

	private final ProblemWriter problems;

	private final Throttle throttle;

	TokenRefusals(ProblemWriter problems, Throttle throttle) {
		this.problems = problems;
		this.throttle = throttle;
	}

	/// Wrong secrets are counted after they were looked at: nobody guesses 256 bits, so
	/// the right one always gets in,
	/// however many others fail at the same address.
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		var error = (failure instanceof OAuth2AuthenticationException oauth) ? oauth.getError()
				: new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST);
		var refused = isOfStranger(error) ? this.throttle.spend(Guarded.TOKEN, "", request.getRemoteAddr())
				: Optional.<Refused>empty();
		if (refused.isPresent()) {
			later(response, refused.get().pause());
		}
		else {
			refuse(response, error);
		}
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		refuse(response, new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));
	}

	/// Too many have failed at this address.
	private void later(HttpServletResponse response, Duration pause) throws IOException {
		var problem = Problems.detail(HttpStatus.TOO_MANY_REQUESTS, "token-throttled",
				"Too many requests for a token have failed. Try again later.");
		this.problems.write(ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
			.header(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds()))
			.body(problem), response);
	}

	private void refuse(HttpServletResponse response, OAuth2Error error) throws IOException {
		var isStranger = isOfStranger(error);
		var status = isStranger ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
		var detail = isStranger ? "The client or its secret is wrong." : "No token can be given for this request.";
		var problem = Problems.detail(status, error.getErrorCode().replace('_', '-'), detail);
		problem.setProperty("error", error.getErrorCode());
		problem.setProperty("error_description", detail);
		if (isStranger) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"cleave\"");
		}
		this.problems.write(ResponseEntity.status(status).body(problem), response);
	}

	private static boolean isOfStranger(OAuth2Error error) {
		return OAuth2ErrorCodes.INVALID_CLIENT.equals(error.getErrorCode());
	}

}
