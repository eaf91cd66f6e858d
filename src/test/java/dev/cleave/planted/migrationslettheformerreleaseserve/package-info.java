/// Migrations that stop the release which serves meanwhile, and some that only look so.
@Planted(caught = { "V2__harmful.sql rewrites the table: alter table orders alter column total type",
		"V2__harmful.sql rewrites the table: alter table orders add column net",
		"V2__harmful.sql rewrites the table: its default is computed for each row: alter table orders add column token",
		"does not fill: give it a default: add column remark",
		"asks for what the former release may leave out: alter table orders alter column country",
		"NOT VALID first, VALIDATE in the next migration: alter table orders add constraint positive",
		"then USING INDEX: alter table orders add unique", "keeps writers waiting", "alter table orders rename column",
		"a release later: drop table order_line", "changes all rows in one transaction: update orders",
		"V3__impatient.sql waits for a lock" })
@NullMarked
package dev.cleave.planted.migrationslettheformerreleaseserve;

import dev.cleave.planted.Planted;
import org.jspecify.annotations.NullMarked;
