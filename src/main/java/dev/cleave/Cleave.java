package dev.cleave;

import dev.cleave.platform.persistence.MigratedException;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// Starts whatever modules this process is configured to run. Persistence is switched off in Boot and done per module:
/// see [dev.cleave.platform.BusinessModule]. Beans are named by their whole class name: modules need not agree on words.
@Modulithic(systemName = "Cleave", sharedModules = "platform")
@ConfigurationPropertiesScan
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
		exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
				DataJpaRepositoriesAutoConfiguration.class, FlywayAutoConfiguration.class })
public class Cleave {

	public static void main(String[] args) {
		try {
			SpringApplication.run(Cleave.class, args);
		}
		catch (MigratedException ex) {
			LoggerFactory.getLogger(Cleave.class).info("All schemas are up to date");
		}
	}

}
