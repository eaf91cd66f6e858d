/// Who is calling and what they may do: people by a session cookie, machines by a signed token.
@NamedInterface("security")
@NullMarked
package dev.cleave.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
