package dev.cleave.planted.ownedthingsareaskedforbytheirreader.orders;

public record OrderId(String value) {

}
