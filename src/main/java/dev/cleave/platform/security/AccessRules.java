package dev.cleave.platform.security;

/// Says who may use a module's routes, and which of them are more urgent than others; each module has one such bean. A route that nobody declares does not exist for
/// callers, whoever they are. Of several rules that fit, the one declared first counts, so declare the narrow ones
/// before the wide ones.
public interface AccessRules {

	void declare(Routes rules);

}
