package dev.cleave.platform.security;

import java.net.InetAddress;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who stands in front of us.
///
/// @param trustedProxies addresses, or ranges such as `10.1.2.0/24`, of the proxies whose `X-Forwarded-For` and
/// `X-Forwarded-Proto` are believed; nobody else's are. Each proxy has to write them anew or to add the address it sees
@ConfigurationProperties("cleave.security")
record ProxySettings(@DefaultValue List<String> trustedProxies) {

	ProxySettings {
		trustedProxies = trustedProxies.stream().map(ProxySettings::range).toList();
	}

	private static String range(String proxy) {
		try {
			var parts = proxy.strip().split("/", 2);
			var longest = 8 * InetAddress.ofLiteral(parts[0]).getAddress().length;
			var length = (parts.length == 2) ? Integer.parseInt(parts[1]) : longest;
			if (length >= 0 && length <= longest) {
				return parts[0] + "/" + length;
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below.
		}
		throw new IllegalArgumentException(
				"cleave.security.trusted-proxies are addresses or ranges such as 10.1.2.0/24, and not " + proxy);
	}

}
