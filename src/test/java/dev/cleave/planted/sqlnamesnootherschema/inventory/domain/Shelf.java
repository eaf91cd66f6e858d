package dev.cleave.planted.sqlnamesnootherschema.inventory.domain;

class Shelf {

	static final String OWN = "SELECT 1 FROM inventory.stock";

}
