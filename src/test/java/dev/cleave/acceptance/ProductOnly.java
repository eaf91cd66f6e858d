package dev.cleave.acceptance;

import java.io.IOException;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/// Lets a shop that is started from the class path of the tests be the product and nothing else: whatever lies beside the
/// tests is not found by scanning.
final class ProductOnly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.getBeanFactory().registerSingleton("productOnly", new TestClassesExcluded());
	}

	private static final class TestClassesExcluded extends TypeExcludeFilter {

		private final String tests = ProductOnly.class.getProtectionDomain().getCodeSource().getLocation().toString();

		@Override
		public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
			return type.getResource().getURL().toString().startsWith(this.tests);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof TestClassesExcluded;
		}

		@Override
		public int hashCode() {
			return TestClassesExcluded.class.hashCode();
		}

	}

}
