package dev.cleave.planted.domainknowsnoweb.orders.web;

public record OrderView(String id) {

}
