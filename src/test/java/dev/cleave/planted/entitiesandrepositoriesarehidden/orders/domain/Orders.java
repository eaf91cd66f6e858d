package dev.cleave.planted.entitiesandrepositoriesarehidden.orders.domain;

import org.springframework.data.repository.Repository;

interface Orders extends Repository<Order, String> {

}
