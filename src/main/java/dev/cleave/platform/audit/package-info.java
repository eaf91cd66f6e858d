/// What somebody may ask about one day: who did what, or tried to, when and from where. Each module keeps its own entries,
/// in its own schema; they are only ever added, and a hash chain runs through them.
@NamedInterface("audit")
@NullMarked
package dev.cleave.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
