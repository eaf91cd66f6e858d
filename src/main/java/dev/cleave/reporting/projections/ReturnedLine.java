package dev.cleave.reporting.projections;

/// Units of one line of an order that came back.
record ReturnedLine(String orderId, int line, long units) {

}
