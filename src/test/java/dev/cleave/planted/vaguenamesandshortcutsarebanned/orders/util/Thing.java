package dev.cleave.planted.vaguenamesandshortcutsarebanned.orders.util;

class Thing {

}
