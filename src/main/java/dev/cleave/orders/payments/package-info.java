/// How orders and a payment provider meet: callbacks that prove where they come from, and a provider that is only played.
@NullMarked
package dev.cleave.orders.payments;

import org.jspecify.annotations.NullMarked;
