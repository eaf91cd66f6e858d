/// Whole topologies of real processes on this machine: nodes, the servers they need and what stands in front of them.
@NullMarked
package dev.cleave.topology;

import org.jspecify.annotations.NullMarked;
