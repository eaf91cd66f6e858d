/// What an order is, what it costs and where it stands; each use case is one transaction.
@NullMarked
package dev.cleave.orders.domain;

import org.jspecify.annotations.NullMarked;
