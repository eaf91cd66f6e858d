/// Accounts and machine clients, and what they prove themselves with.
@NullMarked
package dev.cleave.auth.domain;

import org.jspecify.annotations.NullMarked;
