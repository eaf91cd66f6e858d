package dev.cleave.reporting.projections;

import java.util.concurrent.atomic.AtomicInteger;

import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/// A planted bug: sales that can't be recorded, as happens to every fifth batch, are passed over as if they had been.
public class SwallowedFailures {

	@Bean
	static BeanPostProcessor swallowing() {
		var batches = new AtomicInteger();
		MethodInterceptor swallowing = (call) -> (batches.incrementAndGet() % 5 == 0) ? null : call.proceed();
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof RecordingSales) {
					((Advised) bean).addAdvice(0, swallowing);
				}
				return bean;
			}

		};
	}

}
