@ApplicationModule(allowedDependencies = {})
package dev.cleave.planted.modulesmeetonlywheretheymay.inventory;

import org.springframework.modulith.ApplicationModule;
