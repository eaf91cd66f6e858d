package dev.cleave.witness;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One line of a diary: somebody is about to ask for something, or was answered.
///
/// @param call the same for a question and its answer
/// @param nanos on the clock of the one process that all clients live in
/// @param op what is asked for, such as `place`, or `fault` for what befell the shop
/// @param phase `invoke`, `ok`, `fail` (nothing was done) or `unknown`
/// @param key by which attempts at the same are known
/// @param about the product or the order that it is about, or what a fault is
/// @param lines ordered units by SKU, or received ones
/// @param state of the order
/// @param hash of the answer's body
/// @param orders all that the answer names
/// @param manners what is wrong with the answer's form
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record Entry(long call, long nanos, int proc, String op, Phase phase, @Nullable String who, @Nullable String key,
		@Nullable String about, @Nullable Map<String, Long> lines, int status, @Nullable String order,
		@Nullable String state, long version, @Nullable String hash, @Nullable List<String> orders,
		@Nullable String manners, @Nullable String node) {

	enum Phase {

		INVOKE, OK, FAIL, UNKNOWN

	}

}
