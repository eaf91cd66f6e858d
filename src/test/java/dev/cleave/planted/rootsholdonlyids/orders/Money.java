package dev.cleave.planted.rootsholdonlyids.orders;

record Money(long amount, String currency) {

}
