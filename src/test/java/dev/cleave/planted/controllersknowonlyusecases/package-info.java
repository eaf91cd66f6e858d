/// A public controller, one outside web, and two that go to storage by themselves.
@Planted(caught = { "OpenController", "StrayController", "BasketController", "JdbcController" })
@NullMarked
package dev.cleave.planted.controllersknowonlyusecases;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
