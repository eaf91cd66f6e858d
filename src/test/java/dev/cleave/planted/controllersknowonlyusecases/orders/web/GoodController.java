package dev.cleave.planted.controllersknowonlyusecases.orders.web;

import org.springframework.web.bind.annotation.RestController;

@RestController
class GoodController {

}
