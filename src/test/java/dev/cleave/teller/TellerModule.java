package dev.cleave.teller;

import dev.cleave.platform.BusinessModule;

@BusinessModule
public class TellerModule {

}
