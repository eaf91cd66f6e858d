package dev.cleave.platform.web;

/// One thing that is wrong with a request body.
///
/// @param pointer where, as a JSON pointer (RFC 6901) into the body; empty for the body as a whole
/// @param code what, in a form that programs may rely on
/// @param detail what, in a sentence for people
public record Fault(String pointer, String code, String detail) {

}
