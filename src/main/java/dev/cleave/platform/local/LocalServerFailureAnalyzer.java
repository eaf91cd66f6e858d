package dev.cleave.platform.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Reports a missing local server in words instead of a stack trace.
final class LocalServerFailureAnalyzer extends AbstractFailureAnalyzer<LocalServerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LocalServerException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
