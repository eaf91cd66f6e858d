package dev.cleave.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/// Hears every line that is logged in this JVM while it listens, with stack traces and what is added to each line.
final class Eavesdropper extends AppenderBase<ILoggingEvent> implements Ear {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final List<String> heard = new ArrayList<>();

	Eavesdropper() {
		setContext(this.root.getLoggerContext());
		start();
		this.root.addAppender(this);
	}

	@Override
	protected void append(ILoggingEvent event) {
		var line = event.getFormattedMessage() + event.getMDCPropertyMap() + trace(event.getThrowableProxy());
		synchronized (this.heard) {
			this.heard.add(line);
		}
	}

	@Override
	public List<String> of(String text) {
		synchronized (this.heard) {
			return this.heard.stream()
				.filter((line) -> line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
				.toList();
		}
	}

	private static String trace(IThrowableProxy failure) {
		return (failure != null) ? ThrowableProxyUtil.asString(failure) : "";
	}

	@Override
	public void close() {
		this.root.detachAppender(this);
		stop();
	}

}
