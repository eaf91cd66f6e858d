package dev.cleave.auth.domain;

/// What became of the wish to give an account another role.
public sealed interface RoleChange {

	record Changed(AccountSheet account) implements RoleChange {

	}

	/// It has that role already.
	record Unchanged(AccountSheet account) implements RoleChange {

	}

	/// There is no such account, or none any more.
	record Unknown() implements RoleChange {

	}

	/// Nobody could let anybody in any more.
	record LastAdministrator() implements RoleChange {

	}

}
