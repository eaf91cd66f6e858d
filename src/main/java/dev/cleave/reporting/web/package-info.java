/// The reports over HTTP.
@NullMarked
package dev.cleave.reporting.web;

import org.jspecify.annotations.NullMarked;
