package dev.cleave.platform;

import java.io.ObjectInputFilter;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Forbids Java's own serialization in this JVM: we write no object that way, so whoever sends one means harm. It also
/// ends remote JMX; who needs that says `-Djdk.serialFilter` themselves.
class NoSerializedObjects implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (ObjectInputFilter.Config.getSerialFilter() == null) {
			ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
		}
	}

}
