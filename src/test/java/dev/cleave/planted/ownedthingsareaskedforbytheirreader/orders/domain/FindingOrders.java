package dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.domain;

import dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.OrderId;

public class FindingOrders {

	public String find(OrderId id) {
		return id.value();
	}

	public String find(OrderId id, Reader reader) {
		return id.value() + reader.id();
	}

	public String move(Wish wish) {
		return find(wish.order(), wish.who());
	}

	public void await(OrderId id) {
	}

}
