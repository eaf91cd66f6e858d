package dev.cleave.reporting.projections;

/// @param customer as orders name them
/// @param revenue of all that was sold, also of what came back, in minor units
/// @param returnedUnits units that came back
/// @param returned their price, in minor units
/// @param refunded money that was given back, in minor units
public record CustomerFigure(String customer, long orders, long revenue, long returnedUnits, long returned,
		long refunded) {

}
