/// Knows what the shop sells and how much of it there is: products and prices, stock, reservations, and the ledger that
/// explains every unit. Those who want stock name it by a reference of their own; what that stands for is none of its
/// business.
@ApplicationModule(displayName = "Inventory",
		allowedDependencies = { "platform", "platform :: messaging", "platform :: persistence", "platform :: web",
				"platform :: security", "platform :: audit" })
@NullMarked
package dev.cleave.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
