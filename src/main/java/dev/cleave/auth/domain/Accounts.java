package dev.cleave.auth.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, UUID> {

	Optional<Account> findByEmail(String email);

	Optional<Account> findById(UUID id);

	boolean existsByEmail(String email);

	boolean existsByRole(Role role);

	/// The youngest first. Ids sort by the time they were given out.
	List<Account> findByEmailNotNullAndIdLessThanOrderByIdDesc(UUID before, Limit limit);

	/// Nobody else can become or cease to be one until the end of the transaction.
	@NativeQuery("SELECT id FROM account WHERE role = 'ADMIN' ORDER BY id FOR NO KEY UPDATE")
	List<UUID> holdAdministrators();

	/// Whether nobody else could let anybody in. Two who would both go take turns here,
	/// and the second finds himself alone.
	default boolean isOnlyAdministrator(UUID id) {
		return holdAdministrators().equals(List.of(id));
	}

	Account save(Account account);

	/// The version is the new one at once.
	Account saveAndFlush(Account account);

}
