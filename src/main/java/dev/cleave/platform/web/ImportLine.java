package dev.cleave.platform.web;

/// One line of an import that could be read and is valid in itself.
///
/// @param number counted from 1, as an editor shows it
public record ImportLine<T>(long number, T value) {

}
