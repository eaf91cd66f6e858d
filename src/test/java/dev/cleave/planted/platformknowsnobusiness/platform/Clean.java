package dev.cleave.planted.platformknowsnobusiness.platform;

/// Spring says order, too.
interface Clean {

	int getOrder();

}
