package dev.cleave.hearer;

import dev.cleave.platform.BusinessModule;

import org.springframework.context.annotation.Import;

@BusinessModule
@Import({ Hearing.class, OtherHearing.class })
public class HearerModule {

}
