package dev.cleave.planted.entitiesguardthemselves.orders.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(schema = "inventory")
class Basket {

	@Id
	private String id = "";

	@ManyToOne
	private Order owner = new Order();

	private long total;

	void setTotal(long total) {
		this.total = total;
	}

}
