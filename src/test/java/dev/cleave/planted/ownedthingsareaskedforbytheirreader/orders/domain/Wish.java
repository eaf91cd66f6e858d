package dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.domain;

import dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.OrderId;

public record Wish(OrderId order, Reader who) {

}
