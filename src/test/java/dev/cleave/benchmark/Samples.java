package dev.cleave.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/// Where a program was when JFR looked, by part: that of the innermost frame which is not the JDK's.
///
/// @param parts how many looks found it there
record Samples(Map<String, Long> parts) {

	private static final Map<String, String> FAMILIES = families();

	private static Map<String, String> families() {
		var families = new LinkedHashMap<String, String>();
		families.put("org.apache.catalina", "Tomcat");
		families.put("org.apache.coyote", "Tomcat");
		families.put("org.apache.tomcat", "Tomcat");
		families.put("org.apache.", "Apache, other");
		families.put("org.springframework.security", "Spring Security");
		families.put("com.nimbusds", "tokens (Nimbus)");
		families.put("org.springframework.session", "sessions");
		families.put("org.springframework.data.redis", "sessions");
		families.put("io.lettuce", "sessions");
		families.put("io.netty", "sessions");
		families.put("tools.jackson", "Jackson");
		families.put("com.fasterxml.jackson", "Jackson");
		families.put("org.springframework.web", "Spring MVC");
		families.put("org.springframework.http", "Spring MVC");
		families.put("org.springframework.jdbc", "Spring JDBC, transactions");
		families.put("org.springframework.transaction", "Spring JDBC, transactions");
		families.put("org.springframework", "Spring, other");
		families.put("org.postgresql", "pgjdbc");
		families.put("com.zaxxer", "HikariCP");
		families.put("org.hibernate", "Hibernate");
		families.put("io.micrometer", "Micrometer");
		return families;
	}

	static Samples in(Path file) {
		var byKind = new TreeMap<String, Map<String, Long>>();
		try (var recording = new RecordingFile(file)) {
			while (recording.hasMoreEvents()) {
				var event = recording.readEvent();
				var kind = event.getEventType().getName();
				if ((kind.equals("jdk.CPUTimeSample") || kind.equals("jdk.ExecutionSample"))
						&& event.getStackTrace() != null) {
					byKind.computeIfAbsent(kind, _ -> new TreeMap<>())
						.merge(part(event.getStackTrace()), 1L, Long::sum);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		// By CPU time where the JVM can do so (JDK 25 on Linux): the other sort looks at
		// a few threads at a time.
		return new Samples(
				byKind.getOrDefault("jdk.CPUTimeSample", byKind.getOrDefault("jdk.ExecutionSample", Map.of())));
	}

	private static String part(RecordedStackTrace trace) {
		return trace.getFrames()
			.stream()
			.filter(RecordedFrame::isJavaFrame)
			.map(frame -> frame.getMethod().getType().getName())
			.filter(type -> !type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")
					&& !type.startsWith("javax."))
			.findFirst()
			.map(Samples::family)
			.orElse("JDK alone (threads, timers)");
	}

	private static String family(String type) {
		if (type.startsWith("dev.cleave.")) {
			var words = type.split("\\.");
			return "Cleave: " + words[2] + (words[2].equals("platform") ? "." + words[3] : "");
		}
		return FAMILIES.entrySet()
			.stream()
			.filter(family -> type.startsWith(family.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("other libraries");
	}

	/// Each part's share of what the program took.
	Map<String, Double> shares() {
		var all = Math.max(1, this.parts.values().stream().mapToLong(Long::longValue).sum());
		return this.parts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed())
			.collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue() / (double) all, (one, _) -> one,
					LinkedHashMap::new));
	}

}
