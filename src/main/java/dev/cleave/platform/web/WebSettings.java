package dev.cleave.platform.web;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits and secrets of the HTTP face.
///
/// @param bodyLimit largest request body that is read
/// @param bodyLimits other limits, by path (`/api/v1/…`, `*` and `**` allowed); 0 means a stream without limit
/// @param cursorSecret signs the cursors of lists; the same on all nodes
@ConfigurationProperties("cleave.web")
public record WebSettings(@DefaultValue("64KB") DataSize bodyLimit, @DefaultValue Map<String, DataSize> bodyLimits,
		@DefaultValue(LOCAL_CURSOR_SECRET) String cursorSecret) {

	public static final String LOCAL_CURSOR_SECRET = "cleave-local";

	public WebSettings {
		bodyLimits = Map.copyOf(bodyLimits);
	}

}
