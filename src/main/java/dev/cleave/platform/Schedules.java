package dev.cleave.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/// Gives whatever is `@Scheduled` a thread of its own, so that what is stuck for one module holds up nothing of another.
/// Spring's own scheduler for virtual threads does all work with a fixed delay on a single one.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Schedules implements SchedulingConfigurer {

	private final ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();

	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		this.threads.setThreadNamePrefix("scheduled-");
		this.threads.setDaemon(true);
		return this.threads;
	}

	/// All of them are known by now, and each is at work once at a time.
	@Override
	public void configureTasks(ScheduledTaskRegistrar registrar) {
		var tasks = registrar.getFixedDelayTaskList().size() + registrar.getFixedRateTaskList().size()
				+ registrar.getCronTaskList().size() + registrar.getTriggerTaskList().size();
		this.threads.setPoolSize(Math.max(1, tasks));
		registrar.setTaskScheduler(this.threads);
	}

}
