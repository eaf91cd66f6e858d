package dev.cleave.reporting;

import dev.cleave.platform.BusinessModule;

@BusinessModule
class ReportingModule {

}
