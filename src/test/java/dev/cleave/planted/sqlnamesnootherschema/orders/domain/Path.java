package dev.cleave.planted.sqlnamesnootherschema.orders.domain;

class Path {

	static final String MOVED = "SET search_path TO inventory";

}
