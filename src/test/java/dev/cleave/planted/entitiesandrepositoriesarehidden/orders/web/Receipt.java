package dev.cleave.planted.entitiesandrepositoriesarehidden.orders.web;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Receipt {

	@Id
	private String id = "";

}
