/// How a module stands on a JVM: which modules run, their databases, messages, web conventions and callers. Knows no business word.
@ApplicationModule(displayName = "Platform", allowedDependencies = {})
@NullMarked
package dev.cleave.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
