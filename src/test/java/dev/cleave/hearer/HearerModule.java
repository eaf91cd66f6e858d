package dev.cleave.hearer;

import dev.cleave.platform.BusinessModule;

import org.springframework.context.annotation.Import;

@BusinessModule
@Import({ Hearing.class, OtherHearing.class, Chronicle.class })
public class HearerModule {

}
