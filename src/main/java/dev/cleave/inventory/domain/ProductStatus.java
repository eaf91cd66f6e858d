package dev.cleave.inventory.domain;

public enum ProductStatus {

	/// Can be ordered.
	ACTIVE,

	/// Stays in the books but can't be ordered any more.
	WITHDRAWN

}
