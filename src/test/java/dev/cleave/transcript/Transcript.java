package dev.cleave.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Writes down what a shop is asked and answers while a test goes on, unless it is said aside. Of a question that is asked
/// again and again the last answer counts, up to the next change that somebody asks for.
public final class Transcript {

	private static final ScopedValue<Boolean> ASIDE = ScopedValue.newInstance();

	private final List<Exchange> exchanges = new ArrayList<>();

	private boolean open;

	/// Whether this is said to get ready, by whichever test comes first.
	public static boolean isAside() {
		return ASIDE.isBound();
	}

	public static <T> T aside(Supplier<T> work) {
		return ScopedValue.where(ASIDE, true).call(work::get);
	}

	public synchronized void begin() {
		this.exchanges.clear();
		this.open = true;
	}

	public synchronized void end() {
		this.exchanges.clear();
		this.open = false;
	}

	public synchronized void add(Exchange exchange) {
		if (this.open && !isAside()) {
			this.exchanges.add(exchange);
		}
	}

	/// Everything, as it was said.
	public synchronized List<Exchange> said() {
		return List.copyOf(this.exchanges);
	}

	/// What was said, and what is answered to the same questions now that all is settled.
	public String settled() throws Exception {
		var said = settled(said());
		var text = new StringBuilder();
		var askers = new LinkedHashMap<Integer, Integer>();
		for (var exchange : said) {
			append(text, exchange, askers);
		}
		text.append("Once settled\n\n");
		for (var exchange : questions(said)) {
			append(text, aside(exchange), askers);
		}
		return text.toString();
	}

	private static Exchange aside(Exchange exchange) throws Exception {
		return ScopedValue.where(ASIDE, true).call(exchange.again()::call);
	}

	private static List<Exchange> settled(List<Exchange> exchanges) {
		var settled = new ArrayList<Exchange>();
		var sinceTheLastChange = 0;
		for (var exchange : exchanges) {
			var former = -1;
			for (var i = settled.size() - 1; i >= sinceTheLastChange && former < 0; i--) {
				former = settled.get(i).isRepeatedBy(exchange) ? i : -1;
			}
			if (former >= 0) {
				settled.set(former, exchange);
			}
			else {
				settled.add(exchange);
			}
			if (exchange.moves() && !exchange.off()) {
				sinceTheLastChange = settled.size();
			}
		}
		return settled;
	}

	/// Each question once, in the order in which they were first asked.
	private static List<Exchange> questions(List<Exchange> exchanges) {
		Map<List<Object>, Exchange> questions = new LinkedHashMap<>();
		for (var exchange : exchanges) {
			if (!exchange.moves()) {
				questions.putIfAbsent(List.of(exchange.asker(), exchange.question()), exchange);
			}
		}
		return List.copyOf(questions.values());
	}

	private static void append(StringBuilder text, Exchange exchange, Map<Integer, Integer> askers) {
		var asker = askers.computeIfAbsent(System.identityHashCode(exchange.asker()), (_) -> askers.size() + 1);
		text.append("Visitor ").append(asker).append(": ").append(exchange.question()).append('\n');
		text.append(exchange.answer()).append("\n\n");
	}

}
