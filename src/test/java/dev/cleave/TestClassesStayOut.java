package dev.cleave;

import java.io.IOException;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// Keeps planted offences and the modules of engine tests out of a Cleave that is started on the tests' class path.
public class TestClassesStayOut implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton("testClassesStayOut", new FromTestClasses());
	}

	private static final class FromTestClasses extends TypeExcludeFilter {

		@Override
		public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
			return reader.getResource().getURL().getPath().contains("/test-classes/");
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof FromTestClasses;
		}

		@Override
		public int hashCode() {
			return FromTestClasses.class.hashCode();
		}

	}

}
