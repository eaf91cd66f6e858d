/// What a laptop lacks: a PostgreSQL and a Redis of its own, started when none is configured.
@NullMarked
package dev.cleave.platform.local;

import org.jspecify.annotations.NullMarked;
