package dev.cleave.auth.web;

import java.util.List;

import dev.cleave.auth.domain.Person;
import org.jspecify.annotations.Nullable;

/// Who is signed in.
///
/// @param secondFactorMissing true where one has to be set up before anything else, and otherwise not there
record SessionView(AccountView account, @Nullable Boolean secondFactorMissing) {

	static SessionView of(Person person, boolean isMissing) {
		return new SessionView(new AccountView(person.id().toString(), person.email(), person.name(), person.verified(),
				List.of(person.role().name())), isMissing ? true : null);
	}

	record AccountView(String id, String email, String name, boolean emailVerified, List<String> roles) {
	}

}
