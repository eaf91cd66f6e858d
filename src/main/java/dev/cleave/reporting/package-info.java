/// Adds up what the others tell: sales by day and country, products and customers. Owns no truth; all of it can be made
/// again from the history of events.
@ApplicationModule(displayName = "Reporting",
		allowedDependencies = { "orders :: events", "inventory :: events", "platform", "platform :: messaging",
				"platform :: persistence", "platform :: web", "platform :: security", "platform :: audit" })
@NullMarked
package dev.cleave.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
