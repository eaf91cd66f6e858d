/// How the modules of this process fare, each by itself, and whether the process as a whole can serve anybody.
@NullMarked
package dev.cleave.platform.health;

import org.jspecify.annotations.NullMarked;
