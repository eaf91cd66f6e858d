package dev.cleave.planted.roomsarefreeofcycles.orders.domain;

import dev.cleave.planted.roomsarefreeofcycles.orders.intake.OrderEar;
import dev.cleave.planted.roomsarefreeofcycles.orders.web.OrderDesk;

class PlacingOrders {

	void place(OrderDesk desk, OrderEar ear) {
		desk.ring(ear);
	}

}
