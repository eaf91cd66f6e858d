package dev.cleave.auth.domain;

/// What an account is in the shop. Each has one.
public enum Role {

	CUSTOMER, STAFF, ADMIN

}
