/// Letters to people: by mail where there is a mail server, in the log on a laptop.
@NullMarked
package dev.cleave.auth.letters;

import org.jspecify.annotations.NullMarked;
