package dev.cleave.planted.modulesmeetonlywheretheymay;

import org.springframework.modulith.Modulithic;

@Modulithic
public class Shop {

}
