package dev.cleave.reporting.projections;

/// How a sale now enters into the sums: 1 when it begins to count, -1 when it no longer does.
record SaleWeight(String orderId, int weight) {

}
