package dev.cleave.planted.entitiesandrepositoriesarehidden.orders.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Basket {

	@Id
	private String id = "";

}
