/// Products, stock and reservations, and the rules they obey.
@NullMarked
package dev.cleave.inventory.domain;

import org.jspecify.annotations.NullMarked;
