package dev.cleave.orders.domain;

/// What is wrong with one item of what was asked for.
///
/// @param index of the item, from 0
/// @param field of the item
/// @param code what is wrong, in a form that programs may rely on
/// @param detail what is wrong, in a sentence for people
public record LineFault(int index, String field, String code, String detail) {

}
