package dev.cleave.realdata;

/// What one customer ordered.
public record RetailCustomerSales(String customer, RetailSales sales) {
}
