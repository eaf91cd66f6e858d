@ApplicationModule(allowedDependencies = {})
package dev.cleave.planted.moduleslisttheirdependencies.honest;

import org.springframework.modulith.ApplicationModule;
