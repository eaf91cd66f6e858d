/// Transactions of a controller, of another module, of nobody in particular, and of Jakarta's making.
@Planted(caught = { "OrderController is transactional", "CancellingOrders opens a transaction of 'inventory'",
		"ShippingOrders opens a transaction of ''", "PayingOrders opens a transaction of 'jakarta'",
		"Drawer is transactional" })
@NullMarked
package dev.cleave.planted.transactionsarethoseofusecases;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
