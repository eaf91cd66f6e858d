package dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders.domain;

public record Reader(String id) {

}
