package dev.cleave.planted.nodesholdnostate.orders.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.http.HttpSession;

class Baskets {

	private static String last = "";

	private static final int[] SIZES = { 1, 2 };

	private static final AtomicLong COUNT = new AtomicLong();

	private static final Map<String, String> CACHE = new ConcurrentHashMap<>();

	private static final Map<String, String> FIXED = Map.of();

	void keep(HttpSession session, String basket) {
		last = basket;
		session.setAttribute(last, CACHE.getOrDefault(basket, FIXED.get(basket)) + COUNT.incrementAndGet() + SIZES[0]);
	}

}
