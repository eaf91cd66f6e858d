package dev.cleave.planted.rootsholdonlyids.orders;

class PlacingOrders {

}
