@ApplicationModule(allowedDependencies = {})
package dev.cleave.planted.modulesmeetonlywheretheymay.orders;

import org.springframework.modulith.ApplicationModule;
