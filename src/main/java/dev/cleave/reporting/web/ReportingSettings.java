package dev.cleave.reporting.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param currency of reports that do not ask for another (ISO 4217)
@ConfigurationProperties("cleave.reporting")
record ReportingSettings(@DefaultValue("GBP") String currency) {

}
