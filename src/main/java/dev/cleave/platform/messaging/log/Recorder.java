package dev.cleave.platform.messaging.log;

import java.util.List;

import dev.cleave.platform.messaging.Message;
import dev.cleave.platform.messaging.log.Outbox.Draft;
import dev.cleave.platform.modules.ModuleCatalogue;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hears every message that a module publishes through Spring and keeps it for the outbox of the module whose
/// transaction is open. Publishing outside such a transaction is an error: the message could get lost.
@Component
final class Recorder implements ApplicationListener<PayloadApplicationEvent<?>> {

	private final ModuleLogs logs;

	private final ModuleCatalogue modules;

	Recorder(ModuleLogs logs, ModuleCatalogue modules) {
		this.logs = logs;
		this.modules = modules;
	}

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<?> published) {
		switch (published.getPayload()) {
			case Message.Caused(var message, var traceparent) -> record(message, traceparent);
			case Object message -> record(message, MDC.get("traceparent"));
		}
	}

	private void record(Object message, @Nullable String traceparent) {
		MessageType.of(message.getClass())
			.ifPresent(type -> recording(type).add(new Draft(type, message, traceparent)));
	}

	private Recording recording(MessageType type) {
		var log = publisher(type);
		for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
			if (synchronization instanceof Recording recording && recording.belongsTo(log)) {
				return recording;
			}
		}
		var recording = new Recording(log);
		TransactionSynchronizationManager.registerSynchronization(recording);
		return recording;
	}

	private ModuleLog publisher(MessageType type) {
		var open = this.logs.all().stream().filter(ModuleLog::inTransaction).toList();
		if (open.size() != 1) {
			throw new IllegalStateException(
					"%s must be published in a transaction of one module, but is published in %s".formatted(type.name(),
							open.isEmpty() ? "none" : names(open)));
		}
		var log = open.getFirst();
		if (!type.isCommand() && !type.module().equals(log.module())) {
			throw new IllegalStateException(
					"%s belongs to another module than the transaction's, %s".formatted(type.name(), log.module()));
		}
		if (type.isCommand() && !this.modules.sendersTo(type.module()).contains(log.module())) {
			throw new IllegalStateException(
					"%s sends %s and must declare the dependency \"%s :: commands\", or nobody would hear it"
						.formatted(log.module(), type.name(), type.module()));
		}
		return log;
	}

	private static List<String> names(List<ModuleLog> logs) {
		return logs.stream().map(ModuleLog::module).toList();
	}

}
