package dev.cleave.witness;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Something that is wanted once.
///
/// @param about what the answer is found by: the order, or a word that nobody else uses
record Wish(String op, String method, String path, @Nullable Map<String, Object> body, Person who, @Nullable String key,
		@Nullable String about, @Nullable Map<String, Long> lines) {

	Wish about(String what) {
		return new Wish(this.op, this.method, this.path, this.body, this.who, this.key, what, this.lines);
	}

	Wish of(Map<String, Long> basket) {
		var reference = (this.body != null) ? (String) this.body.get("reference") : null;
		return new Wish(this.op, this.method, this.path, this.body, this.who, this.key,
				(reference != null) ? reference : this.about, basket);
	}

	Wish by(Person other) {
		return new Wish(this.op, this.method, this.path, this.body, other, this.key, this.about, this.lines);
	}

	Wish withKey(@Nullable String other) {
		return new Wish(this.op, this.method, this.path, this.body, this.who, other, this.about, this.lines);
	}

	Entry entry(long call, long nanos, int proc) {
		return new Entry(call, nanos, proc, this.op, Entry.Phase.INVOKE, this.who.name(), this.key, this.about,
				this.lines, 0, null, null, 0, null, null, null, null);
	}

	Entry answered(long call, long nanos, int proc, Told told) {
		var isOrder = told.isOk() && told.body().has("id") && told.body().has("status");
		List<String> all = this.op.equals("list") && told.isOk()
				? told.body().path("items").valueStream().map((item) -> item.path("id").asString()).toList() : null;
		return new Entry(call, nanos, proc, this.op, told.phase(), this.who.name(), this.key, this.about, null,
				told.status(), isOrder ? told.text("id") : null, isOrder ? told.text("status") : null,
				isOrder ? told.body().path("version").asLong() : 0, told.hash(), all, told.manners(), told.node());
	}

}
