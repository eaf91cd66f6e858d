package dev.cleave.benchmark;

import java.util.List;
import java.util.Locale;

/// A bar for each mark: how many times as good as it what was measured is, up to three times.
final class Plot {

	private static final int LABELS = 430;

	private static final int UNIT = 150;

	private static final int LINE = 22;

	private static final double MOST = 3;

	private Plot() {
	}

	static String of(List<Row> rows) {
		var marked = rows.stream().filter(row -> row.kind() != Row.Kind.REPORTED).toList();
		var height = (marked.size() + 2) * LINE;
		var width = LABELS + (int) (MOST * UNIT) + 130;
		var svg = new StringBuilder();
		add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">",
				width, height);
		add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height);
		add(svg, "<text x=\"%d\" y=\"15\" text-anchor=\"middle\">the mark</text>", LABELS + UNIT);
		for (var number = 0; number < marked.size(); number++) {
			var row = marked.get(number);
			var top = (number + 1) * LINE;
			add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LABELS - 8, top + 15,
					escaped(row.workload() + ": " + row.what()));
			add(svg, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>", LABELS, top + 3,
					Math.min(MOST, row.score()) * UNIT, LINE - 6, row.met() ? "#3a7d44" : "#c0392b");
			add(svg, "<text x=\"%.1f\" y=\"%d\">%s (%s)</text>", LABELS + Math.min(MOST, row.score()) * UNIT + 5,
					top + 15, escaped(row.found()), escaped(row.asked()));
		}
		add(svg, "<line x1=\"%1$d\" y1=\"20\" x2=\"%1$d\" y2=\"%2$d\" stroke=\"#000\" stroke-dasharray=\"4\"/>",
				LABELS + UNIT, height - LINE / 2);
		return svg.append("</svg>\n").toString();
	}

	private static void add(StringBuilder svg, String format, Object... values) {
		svg.append(String.format(Locale.ROOT, format, values)).append('\n');
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

}
