package dev.cleave.platform.modules;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows the operator the modules there are instead of a stack trace.
class ModuleSelectionFailureAnalyzer extends AbstractFailureAnalyzer<ModuleSelectionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ModuleSelectionException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
	}

}
