package dev.cleave.platform.web;

/// What a request is about, as far as can be told before anything of it is looked into.
///
/// @param module that has declared the route, or any other word where none has
public record Errand(String module, Urgency urgency) {
}
