package dev.cleave.planted.messagesarerecordsofplainvalues.orders.events;

public sealed interface OrderEvent permits OrderPlaced {

}
