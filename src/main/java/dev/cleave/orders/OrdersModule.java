package dev.cleave.orders;

import dev.cleave.platform.BusinessModule;

@BusinessModule
class OrdersModule {

}
