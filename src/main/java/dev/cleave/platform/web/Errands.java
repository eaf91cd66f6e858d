package dev.cleave.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/// Knows what requests are about, by method and path alone.
public interface Errands {

	Errand of(HttpServletRequest request);

}
