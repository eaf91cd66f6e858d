/// Measures how much Cleave does and what it costs, as ratios to what PostgreSQL itself can do on the same machine in
/// the same minutes: `./mvnw verify -Pbenchmark`.
@NullMarked
package dev.cleave.benchmark;

import org.jspecify.annotations.NullMarked;
