package dev.cleave.reporting.projections;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;

import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// A planted bug: sums grow in a transaction of their own and do not remember by which message. When that of the cursor
/// comes to nothing, as that of the first sale does here, they grow once more.
public class SumsWithoutMemory {

	@Bean
	static BeanPostProcessor forgetting(BeanFactory beans) {
		var undone = new AtomicBoolean();
		MethodInterceptor growing = (call) -> {
			var own = new TransactionTemplate(beans.getBean("reporting", PlatformTransactionManager.class));
			own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			var result = own.execute((_) -> {
				try {
					return call.proceed();
				}
				catch (Throwable ex) {
					throw new IllegalStateException(ex);
				}
			});
			if (hasSales(call) && undone.compareAndSet(false, true)) {
				throw new CannotAcquireLockException("A planted failure");
			}
			return result;
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

	private static boolean hasSales(MethodInvocation call) {
		return call.getArguments()[1] instanceof List<?> sales && !sales.isEmpty();
	}

}
