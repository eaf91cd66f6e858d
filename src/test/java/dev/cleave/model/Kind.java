package dev.cleave.model;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// One kind of action.
///
/// @param weight how often it is chosen, compared with others that are possible
/// @param possible its precondition
/// @param choice one action of the kind; depends on nothing but the model and the random numbers
public record Kind<M, A>(int weight, Predicate<M> possible, BiFunction<M, RandomGenerator, A> choice) {

}
