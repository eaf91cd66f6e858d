package dev.cleave.auth.domain;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface MachineClients extends Repository<MachineClient, String> {

	Optional<MachineClient> findById(String clientId);

	MachineClient save(MachineClient client);

	void delete(MachineClient client);

	void deleteById(String clientId);

}
