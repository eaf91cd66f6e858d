package dev.cleave.planted.rootsholdonlyids.orders;

public record OrderId(String value) {

}
