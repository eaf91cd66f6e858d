package dev.cleave.platform.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A method that hears messages. It takes a [Message] or, to work on many at once, a list of them; the payload is a
/// message record or a sealed interface of some.
///
/// It runs in one transaction of its module together with the subscription's cursor: what it did counts once, whatever
/// crashes. Methods of one bean with the same id are one conversation, heard in order per subject. It fails by throwing:
/// passing database trouble is tried again, anything else sets the message and its successors of the same subject aside.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subscription {

	/// `<module>.<what it is about>`. It names the cursor and survives every renaming of
	/// classes and methods.
	String value();

	/// Whether what it feeds can be made again from the beginning of the logs, see
	/// [Rebuilds]. Its handlers write rows of [Generation#current()]. The same for all
	/// methods with this id.
	boolean rebuildable() default false;

}
