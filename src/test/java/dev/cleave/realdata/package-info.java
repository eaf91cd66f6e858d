/// The real invoices that the product is measured against, read and added up by code that knows nothing of the product.
@NullMarked
package dev.cleave.realdata;

import org.jspecify.annotations.NullMarked;
