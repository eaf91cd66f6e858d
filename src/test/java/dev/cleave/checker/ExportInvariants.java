package dev.cleave.checker;

import java.util.List;

/// I10, too: a file is whole. Its parts are all there, and hold as many rows as it is said to have.
final class ExportInvariants {

	static final List<Invariant> ALL = List.of(Invariant.none("I10", "exports are their parts", "reporting", """
			SELECT id, e.status, e.parts, e.rows, p.parts AS parts_there, p.rows AS rows_there
			FROM reporting.export e LEFT JOIN (
				SELECT export, count(*) AS parts, max(part) AS last, sum(rows) AS rows
				FROM reporting.export_part GROUP BY export) p ON p.export = e.id
			WHERE (e.parts, e.parts, e.rows) IS DISTINCT FROM
				(coalesce(p.parts, 0), coalesce(p.last, 0), coalesce(p.rows, 0))
				OR e.status = 'DONE' AND e.parts = 0
			"""));

	private ExportInvariants() {
	}

}
