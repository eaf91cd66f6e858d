package dev.cleave.planted.messagesarerecordsofplainvalues.orders;

public record OrderId(String value) {

}
