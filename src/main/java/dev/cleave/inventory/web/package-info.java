/// Products and stock over HTTP.
@NullMarked
package dev.cleave.inventory.web;

import org.jspecify.annotations.NullMarked;
