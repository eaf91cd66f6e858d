package dev.cleave.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.cleave.platform.persistence.ModuleRegistrar;
import dev.cleave.platform.web.ModuleDescription;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Worn by one class in a module's root package. The module's name is the last part of that package; it names the
/// schema, the database role, the pools, the transaction manager, the migration folder and the description of its
/// interface that the module is given.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Configuration(proxyBeanMethods = false)
@Import({ ModuleRegistrar.class, ModuleDescription.class })
public @interface BusinessModule {

}
