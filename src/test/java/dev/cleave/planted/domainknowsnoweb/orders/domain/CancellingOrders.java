package dev.cleave.planted.domainknowsnoweb.orders.domain;

class CancellingOrders {

}
