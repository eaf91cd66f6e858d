package dev.cleave.planted.messagesarerecordsofplainvalues.orders.domain;

public class Order {

}
