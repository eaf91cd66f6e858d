package dev.cleave.planted.moduleslisttheirdependencies.bare;

class Thing {

}
