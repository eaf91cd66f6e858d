package dev.cleave.platform.local;

import java.util.function.IntSupplier;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;

/// Leads Boot to the local Redis. Only the question for its address waits for the server.
record LocalRedisAddress(IntSupplier port) implements DataRedisConnectionDetails {

	@Override
	public Standalone getStandalone() {
		return Standalone.of("127.0.0.1", this.port.getAsInt());
	}

}
