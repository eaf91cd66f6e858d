/// How Cleave speaks HTTP: problem details, traces, limits, idempotency, paging, versions and imports.
@NamedInterface("web")
@NullMarked
package dev.cleave.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
