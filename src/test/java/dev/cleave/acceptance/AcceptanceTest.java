package dev.cleave.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A class of promises that every topology must keep. It runs once in each, against one shop that all such classes share:
/// so it must neither expect an empty shop nor touch what it did not bring along. A test that asks for a [Shop] as a
/// parameter is given that shop, and after each test every number in the shop must add up.
///
/// If the system property `cleave.topology` is set, the shop is made of processes, and what it answers is written down; if
/// `cleave.base-url` is, the shop is the one that runs there.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@Tag("acceptance")
@ExtendWith(ShopsUnderTest.class)
@interface AcceptanceTest {

}
