package dev.cleave.auth.domain;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, UUID> {

	Optional<Account> findByEmail(String email);

	Optional<Account> findById(UUID id);

	boolean existsByEmail(String email);

	boolean existsByRole(Role role);

	Account save(Account account);

}
