package dev.cleave.reporting.projections.exports;

/// What there is to be had as a file.
public enum Report {

	SALES, TOP_PRODUCTS, CUSTOMERS, STOCK, ORDER_LINES

}
