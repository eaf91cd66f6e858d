package dev.cleave.planted.entitiesguardthemselves.orders.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
class Order {

	@Id
	private String id = "";

	@Version
	private long version;

}
