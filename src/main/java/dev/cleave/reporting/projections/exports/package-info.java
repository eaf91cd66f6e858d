/// Reports as files, however long, made in the background part by part.
@NullMarked
package dev.cleave.reporting.projections.exports;

import org.jspecify.annotations.NullMarked;
