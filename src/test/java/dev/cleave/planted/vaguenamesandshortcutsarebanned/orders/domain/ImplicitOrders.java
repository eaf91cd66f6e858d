package dev.cleave.planted.vaguenamesandshortcutsarebanned.orders.domain;

class ImplicitOrders {

}
