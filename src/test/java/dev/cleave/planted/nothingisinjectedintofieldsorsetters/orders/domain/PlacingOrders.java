package dev.cleave.planted.nothingisinjectedintofieldsorsetters.orders.domain;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class PlacingOrders {

	@Autowired
	private @Nullable Clock clock;

	@PersistenceContext
	private @Nullable EntityManager entities;

	private ZoneId zone = ZoneOffset.UTC;

	@Autowired
	void setZone(ZoneId zone) {
		this.zone = zone;
	}

	@Override
	public String toString() {
		return "%s %s %s".formatted(this.clock, this.zone, this.entities);
	}

}
