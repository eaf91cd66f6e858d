package dev.cleave.platform.security;

import java.util.List;

import javax.sql.DataSource;

import dev.cleave.platform.messaging.Listener;
import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.modules.ActiveModule;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Subscribes every module of this process to the signing keys, each for itself and under its own name.
@Component
class SigningKeyIntake implements BeanDefinitionRegistryPostProcessor, Ordered {

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (!(registry instanceof ConfigurableListableBeanFactory beans)) {
			return;
		}
		for (var active : beans.getBeanNamesForType(ActiveModule.class, true, false)) {
			var definition = new RootBeanDefinition(Listener.class,
					() -> listener(beans.getBean(active, ActiveModule.class), beans));
			registry.registerBeanDefinition(active + "SigningKeys", definition);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	private static Listener<SigningKeyNews> listener(ActiveModule module, BeanFactory beans) {
		var source = beans.getBean(module.name() + "DataSource", DataSource.class);
		var keys = new TrustedKeyTable(JdbcClient.create(source));
		return new Listener<>(module.name() + ".signing-keys", SigningKeyNews.class,
				(List<Message<SigningKeyNews>> messages) -> messages.forEach(message -> {
					switch (message.data()) {
						case SigningKeyPublished published -> keys.add(published);
						case SigningKeyRetired retired -> keys.remove(retired);
					}
				}));
	}

}
