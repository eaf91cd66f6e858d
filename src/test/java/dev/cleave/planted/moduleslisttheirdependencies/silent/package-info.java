@ApplicationModule
package dev.cleave.planted.moduleslisttheirdependencies.silent;

import org.springframework.modulith.ApplicationModule;
