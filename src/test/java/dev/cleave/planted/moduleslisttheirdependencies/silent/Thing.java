package dev.cleave.planted.moduleslisttheirdependencies.silent;

class Thing {

}
