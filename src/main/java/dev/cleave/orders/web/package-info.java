/// The orders over HTTP.
@NullMarked
package dev.cleave.orders.web;

import org.jspecify.annotations.NullMarked;
