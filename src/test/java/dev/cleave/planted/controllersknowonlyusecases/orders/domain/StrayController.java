package dev.cleave.planted.controllersknowonlyusecases.orders.domain;

import org.springframework.stereotype.Controller;

@Controller
class StrayController {

}
