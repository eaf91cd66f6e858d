package dev.cleave.inventory;

import dev.cleave.platform.BusinessModule;

import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

@BusinessModule
@EnableJpaRepositories(entityManagerFactoryRef = "inventoryEntityManagerFactory", transactionManagerRef = "inventory")
class InventoryModule {

}
