package dev.cleave.platform.web;

import java.time.Duration;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Lets a node end without a caller noticing. When it is told to, Spring makes `/readyz` say no; then, for a while, this
/// keeps everything else as it was: load balancers look only now and then, and send requests until they have seen it.
/// Each answer now ends its connection, so that none is left on which a request could arrive at the very end.
///
/// Afterwards requests that are under way are waited for, by the server's graceful end.
@Component
class LameDuck {

	private static final Logger log = LoggerFactory.getLogger(LameDuck.class);

	private final Duration time;

	private final ApplicationContext context;

	private volatile boolean wasReady;

	LameDuck(LameDuckSettings settings, ApplicationContext context) {
		this.time = settings.lameDuck();
		this.context = context;
	}

	/// Nobody sends requests to a node that was never ready.
	@EventListener
	void heed(AvailabilityChangeEvent<?> event) {
		this.wasReady |= event.getState() == ReadinessState.ACCEPTING_TRAFFIC;
	}

	/// Before anything else ends: the operators' port, the engine, clocks.
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void serveOn(ContextClosedEvent event) {
		if (event.getApplicationContext() != this.context || !this.wasReady || this.time.isZero()) {
			return;
		}
		log.info("Ends in {} s; until then load balancers may notice", this.time.toSeconds());
		endConnectionsWithTheirNextAnswer();
		try {
			Thread.sleep(this.time);
		}
		catch (InterruptedException ex) {
			log.info("Somebody is in a hurry; all else ends in good order");
		}
	}

	private void endConnectionsWithTheirNextAnswer() {
		if (this.context instanceof WebServerApplicationContext web
				&& web.getWebServer() instanceof TomcatWebServer server) {
			for (var connector : server.getTomcat().getService().findConnectors()) {
				if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
					http.setMaxKeepAliveRequests(1);
				}
			}
		}
	}

}
