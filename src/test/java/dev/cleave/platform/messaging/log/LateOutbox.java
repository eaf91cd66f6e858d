package dev.cleave.platform.messaging.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A planted bug: messages are written after the transaction that they tell of, in one of their own. Every twentieth time
/// orders does so, the process dies in between.
public class LateOutbox {

	@Bean
	static BeanPostProcessor lateRecorder(BeanFactory beans) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof Recorder recorder) ? new Late(recorder, beans, new AtomicInteger()) : bean;
			}

		};
	}

	record Late(Recorder recorder, BeanFactory beans,
			AtomicInteger writes) implements ApplicationListener<PayloadApplicationEvent<?>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<?> published) {
			for (var open : TransactionSynchronizationManager.isSynchronizationActive()
					? TransactionSynchronizationManager.getSynchronizations() : List.<TransactionSynchronization>of()) {
				if (open instanceof Draft draft) {
					draft.events.add(published);
					return;
				}
			}
			this.beans.getBean(ModuleLogs.class)
				.all()
				.stream()
				.filter(ModuleLog::inTransaction)
				.findFirst()
				.ifPresent((log) -> TransactionSynchronizationManager
					.registerSynchronization(new Draft(this, log.module(), new ArrayList<>(List.of(published)))));
		}

		private void write(Draft draft) {
			if (!draft.module.equals("orders") || this.writes.incrementAndGet() % 20 != 0) {
				var own = new TransactionTemplate(this.beans.getBean(draft.module, PlatformTransactionManager.class));
				own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
				own.executeWithoutResult((_) -> draft.events.forEach(this.recorder::onApplicationEvent));
			}
		}

	}

	private record Draft(Late late, String module,
			List<PayloadApplicationEvent<?>> events) implements TransactionSynchronization {

		@Override
		public void afterCommit() {
			this.late.write(this);
		}

	}

}
