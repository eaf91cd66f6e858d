package dev.cleave.planted.roomsarefreeofcycles.orders.intake;

import dev.cleave.planted.roomsarefreeofcycles.orders.web.OrderDesk;

public class OrderEar {

	public void hear(OrderDesk desk) {
		desk.ring(this);
	}

}
