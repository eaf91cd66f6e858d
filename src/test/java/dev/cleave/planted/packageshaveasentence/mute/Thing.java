package dev.cleave.planted.packageshaveasentence.mute;

class Thing {

}
