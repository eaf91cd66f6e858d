/// What auth tells the others.
@NamedInterface("events")
@NullMarked
package dev.cleave.auth.events;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
