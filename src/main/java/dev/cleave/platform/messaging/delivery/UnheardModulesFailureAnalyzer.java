package dev.cleave.platform.messaging.delivery;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows the operator which transport it takes instead of a stack trace.
class UnheardModulesFailureAnalyzer extends AbstractFailureAnalyzer<UnheardModulesException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnheardModulesException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
	}

}
