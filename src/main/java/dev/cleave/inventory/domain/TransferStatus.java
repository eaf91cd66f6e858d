package dev.cleave.inventory.domain;

/// Where a transfer is.
public enum TransferStatus {

	/// The units have left and belong to no location.
	SENT,

	RECEIVED

}
