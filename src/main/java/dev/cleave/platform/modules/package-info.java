/// Which modules run in this process.
@NullMarked
package dev.cleave.platform.modules;

import org.jspecify.annotations.NullMarked;
