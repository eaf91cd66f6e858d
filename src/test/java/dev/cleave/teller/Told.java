package dev.cleave.teller;

import dev.cleave.platform.messaging.Event;
import dev.cleave.platform.messaging.Subject;

@Event("teller.Told.v1")
public record Told(@Subject String key, int number) {

}
