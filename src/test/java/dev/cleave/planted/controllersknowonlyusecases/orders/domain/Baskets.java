package dev.cleave.planted.controllersknowonlyusecases.orders.domain;

import org.springframework.data.repository.Repository;

public interface Baskets extends Repository<Object, String> {

	boolean existsById(String id);

}
