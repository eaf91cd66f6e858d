package dev.cleave.orders.domain;

/// What became of one order of the past.
public sealed interface Taking {

	record Taken() implements Taking {

	}

	/// It was taken before, with the same content.
	record Known() implements Taking {

	}

	/// @param code what is wrong, in a form that programs may rely on
	/// @param detail what is wrong, in a sentence for people
	record Refused(String code, String detail) implements Taking {

	}

}
