package dev.cleave.planted.moduleslisttheirdependencies.honest;

class Thing {

}
