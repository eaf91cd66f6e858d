package dev.cleave.platform.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A fact of the module that publishes it. The value is its logical name with a version, `orders.OrderPlaced.v1`: it
/// starts with the sender's name, stands in the log for ever and is never a class name.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Event {

	String value();

}
