package dev.cleave.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows the operator the setting instead of a stack trace.
class MissingSettingFailureAnalyzer extends AbstractFailureAnalyzer<MissingSettingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingSettingException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Set %s, for instance by the environment variable %s.".formatted(cause.setting(), cause.variable()),
				cause);
	}

}
