package dev.cleave.planted.entitiesandrepositoriesarehidden.orders.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Order {

	@Id
	private String id = "";

}
