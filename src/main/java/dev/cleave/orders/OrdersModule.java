package dev.cleave.orders;

import dev.cleave.platform.BusinessModule;

import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

@BusinessModule
@EnableJpaRepositories(entityManagerFactoryRef = "ordersEntityManagerFactory", transactionManagerRef = "orders")
class OrdersModule {

}
