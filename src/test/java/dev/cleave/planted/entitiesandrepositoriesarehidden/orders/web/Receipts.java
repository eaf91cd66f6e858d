package dev.cleave.planted.entitiesandrepositoriesarehidden.orders.web;

import org.springframework.data.repository.Repository;

interface Receipts extends Repository<Receipt, String> {

}
