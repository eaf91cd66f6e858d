/// Takes orders and follows them until they are delivered or called off. Asks inventory for stock by command and hears
/// what became of it; the price of a product is the one it was last told.
@ApplicationModule(displayName = "Orders",
		allowedDependencies = { "auth :: events", "inventory :: events", "inventory :: commands", "platform",
				"platform :: messaging", "platform :: persistence", "platform :: web", "platform :: security",
				"platform :: audit" })
@NullMarked
package dev.cleave.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
