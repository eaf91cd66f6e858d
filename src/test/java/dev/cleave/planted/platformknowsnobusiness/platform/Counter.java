package dev.cleave.planted.platformknowsnobusiness.platform;

record Counter(int soldProducts) {

}
