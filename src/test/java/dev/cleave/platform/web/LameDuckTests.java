package dev.cleave.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// The last minute of a node, ended by the test instead of the clock.
@Timeout(60)
class LameDuckTests {

	private final AnnotationConfigServletWebServerApplicationContext node = new AnnotationConfigServletWebServerApplicationContext();

	private final Thread end = new Thread(this.node::close);

	@BeforeEach
	void start() {
		this.node.registerBean(TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(0));
		this.node.registerBean(ServletRegistrationBean.class, () -> new ServletRegistrationBean<>(new Here(), "/"));
		this.node.registerBean(ApplicationAvailabilityBean.class);
		this.node.registerBean(LameDuck.class,
				() -> new LameDuck(new LameDuckSettings(Duration.ofMinutes(1)), this.node));
		this.node.refresh();
	}

	@AfterEach
	void end() throws InterruptedException {
		this.end.interrupt();
		this.node.close();
		this.end.join();
	}

	@Test
	void answersOnWhileItIsNotReadyAndEndsItsConnections() throws Exception {
		AvailabilityChangeEvent.publish(this.node, ReadinessState.ACCEPTING_TRAFFIC);
		try (var kept = connect()) {
			assertThat(ask(kept)).contains("HTTP/1.1 200 ").doesNotContain("Connection: close");

			this.end.start();
			while (isReady() || this.end.getState() != Thread.State.TIMED_WAITING) {
				Thread.onSpinWait();
			}

			assertThat(ask(kept)).contains("HTTP/1.1 200 ", "Connection: close");
			assertThat(kept.getInputStream().read()).as("what comes after the last answer").isEqualTo(-1);
		}
		try (var another = connect()) {
			assertThat(ask(another)).contains("HTTP/1.1 200 ", "Connection: close");
		}
		var port = port();
		this.end.interrupt();
		this.end.join();
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
	}

	@Test
	void keepsNobodyWaitingWhoWasNeverReady() throws InterruptedException {
		this.end.start();
		this.end.join();

		assertThat(this.node.isActive()).isFalse();
	}

	@Test
	void takesAMinuteAtMost() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LameDuckSettings(Duration.ofSeconds(61)))
			.withMessageContaining("cleave.web.lame-duck");
		assertThatIllegalArgumentException().isThrownBy(() -> new LameDuckSettings(Duration.ofSeconds(-1)));
	}

	private boolean isReady() {
		return this.node.getBean(ApplicationAvailability.class).getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
	}

	private int port() {
		return this.node.getWebServer().getPort();
	}

	private Socket connect() throws IOException {
		return new Socket(InetAddress.getLoopbackAddress(), port());
	}

	/// The head of the answer, line by line.
	private static List<String> ask(Socket connection) throws IOException {
		connection.getOutputStream().write("GET / HTTP/1.1\r\nHost: node\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		var lines = new ArrayList<String>();
		var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
		for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
			lines.add(line);
		}
		return lines;
	}

	/// Answers without a body, so that an answer ends with its head.
	private static final class Here extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) {
			response.setContentLength(0);
		}

	}

}
