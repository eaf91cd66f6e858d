package dev.cleave.planted.modulesmeetonlywheretheymay.inventory.domain;

public class Shelf {

}
