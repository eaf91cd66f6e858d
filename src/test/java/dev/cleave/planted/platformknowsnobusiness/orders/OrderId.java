package dev.cleave.planted.platformknowsnobusiness.orders;

public record OrderId(String value) {

}
