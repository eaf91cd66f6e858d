package dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.web;

import dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.OrderId;
import dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.domain.FindingOrders;
import dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.domain.Reader;
import dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.domain.Wish;

class OrderDesk {

	String show(FindingOrders finding, String id, String caller) {
		var order = new OrderId(id);
		var reader = new Reader(caller);
		finding.await(order);
		return finding.find(order) + finding.find(order, reader) + finding.move(new Wish(order, reader));
	}

}
