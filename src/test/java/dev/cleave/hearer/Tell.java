package dev.cleave.hearer;

import dev.cleave.platform.messaging.Command;
import dev.cleave.platform.messaging.Subject;

@Command("hearer.Tell.v1")
public record Tell(@Subject String key) {

}
