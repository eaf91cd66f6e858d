package dev.cleave.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;

/// For what an [AcceptanceTest] promises across modules: every build keeps it in the topology `split`, too, where each of
/// them is a process with a database of its own. (All promises are kept in all topologies by `-Ptopologies`.)
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Tag("split")
@interface InSplit {

}
