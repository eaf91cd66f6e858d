package dev.cleave.reporting.projections;

import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A planted bug: sums grow in a transaction of their own and do not remember by which message. When that of the cursor
/// comes to nothing, they grow once more.
public class SumsWithoutMemory {

	@Bean
	static BeanPostProcessor forgetting(BeanFactory beans) {
		MethodInterceptor growing = (call) -> {
			var own = new TransactionTemplate(beans.getBean("reporting", PlatformTransactionManager.class));
			own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			return own.execute((_) -> {
				try {
					return call.proceed();
				}
				catch (Throwable ex) {
					throw new IllegalStateException(ex);
				}
			});
		};
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof SalesSums) {
					((Advised) bean).addAdvice(0, growing);
				}
				return bean;
			}

		};
	}

}
