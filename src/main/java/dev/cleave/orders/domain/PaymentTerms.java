package dev.cleave.orders.domain;

/// When an order is to be paid: before it is shipped, or on invoice.
public enum PaymentTerms {

	PREPAID, ACCOUNT

}
