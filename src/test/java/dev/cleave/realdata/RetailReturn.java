package dev.cleave.realdata;

/// Units of one line of an order that came back, and what had been paid for them, in pence.
///
/// @param line of the order, from 1
public record RetailReturn(RetailOrder order, int line, long units, long pence) {
}
