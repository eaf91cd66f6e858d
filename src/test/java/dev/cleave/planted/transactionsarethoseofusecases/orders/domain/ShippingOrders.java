package dev.cleave.planted.transactionsarethoseofusecases.orders.domain;

import org.springframework.transaction.annotation.Transactional;

@Transactional
public class ShippingOrders {

}
