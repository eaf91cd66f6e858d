package dev.cleave.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// This process among those that serve the same shop.
///
/// @param node its name, shown in `X-Served-By`; default: host name and process id
@ConfigurationProperties("cleave")
public record Node(String node) {

	public Node(@Nullable String node) {
		this.node = (node != null && !node.isBlank()) ? node : "%s-%d".formatted(host(), ProcessHandle.current().pid());
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "node";
		}
	}

}
