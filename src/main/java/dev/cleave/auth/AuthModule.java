package dev.cleave.auth;

import dev.cleave.platform.BusinessModule;

import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

@BusinessModule
@EnableJpaRepositories(entityManagerFactoryRef = "authEntityManagerFactory", transactionManagerRef = "auth")
class AuthModule {

}
