/// The OAuth 2 side: machine clients trade their secret for a short-lived signed token.
@NullMarked
package dev.cleave.auth.tokens;

import org.jspecify.annotations.NullMarked;
