package dev.cleave.planted.entitiesandrepositoriesarehidden.orders.domain;

import org.springframework.data.repository.Repository;

public interface Baskets extends Repository<Basket, String> {

}
