package dev.cleave.platform.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// The answer a request got the first time, as it went over the wire.
record KeptAnswer(int status, Map<String, List<String>> headers, byte @Nullable [] body) {

	ResponseEntity<byte[]> response() {
		return ResponseEntity.status(this.status).headers(httpHeaders()).body(this.body);
	}

	ResponseEntity<byte[]> replay() {
		var headers = httpHeaders();
		headers.set(Idempotency.REPLAYED, "true");
		return ResponseEntity.status(this.status).headers(headers).body(this.body);
	}

	private HttpHeaders httpHeaders() {
		var headers = new HttpHeaders();
		this.headers.forEach(headers::addAll);
		return headers;
	}

}
