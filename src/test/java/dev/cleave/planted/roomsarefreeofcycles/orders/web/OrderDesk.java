package dev.cleave.planted.roomsarefreeofcycles.orders.web;

import dev.cleave.planted.roomsarefreeofcycles.orders.intake.OrderEar;

public class OrderDesk {

	public void ring(OrderEar ear) {
		ear.hear(this);
	}

}
