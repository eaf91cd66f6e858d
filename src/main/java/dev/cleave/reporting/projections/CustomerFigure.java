package dev.cleave.reporting.projections;

/// @param customer as orders name them
/// @param revenue in minor units
public record CustomerFigure(String customer, long orders, long revenue) {

}
