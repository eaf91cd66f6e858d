package dev.cleave.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// For an [AcceptanceTest] about the HTTP face alone, to which it makes no difference over how many databases a shop is
/// spread.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InOneTopology {

}
