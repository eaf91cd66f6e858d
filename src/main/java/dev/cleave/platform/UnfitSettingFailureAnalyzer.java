package dev.cleave.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows the operator the setting instead of a stack trace.
class UnfitSettingFailureAnalyzer extends AbstractFailureAnalyzer<UnfitSettingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnfitSettingException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
	}

}
