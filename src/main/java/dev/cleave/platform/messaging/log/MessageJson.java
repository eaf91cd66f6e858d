package dev.cleave.platform.messaging.log;

import org.springframework.stereotype.Component;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of messages. Apart from the web's JSON, because what stands in the log is read for ever: readers are
/// tolerant of fields they do not know.
@Component
public final class MessageJson {

	private final JsonMapper mapper = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	public String write(Object message) {
		return this.mapper.writeValueAsString(message);
	}

	public <T> T read(String json, Class<T> type) {
		return this.mapper.readValue(json, type);
	}

}
