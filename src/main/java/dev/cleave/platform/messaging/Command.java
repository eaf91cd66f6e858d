package dev.cleave.platform.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A request to the module whose name the value starts with, `inventory.ReserveStock.v1`. Whoever declares a dependency
/// on that module's `commands` may send it.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Command {

	String value();

}
