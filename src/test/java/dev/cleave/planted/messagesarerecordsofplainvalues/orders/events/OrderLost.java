package dev.cleave.planted.messagesarerecordsofplainvalues.orders.events;

public class OrderLost {

}
