package dev.cleave.platform.persistence;

import org.springframework.boot.SpringApplication.AbandonedRunException;

/// The process was started to bring the schemas up to date (`cleave.migrate=only`), has done so, and ends well.
public final class MigratedException extends AbandonedRunException {

}
