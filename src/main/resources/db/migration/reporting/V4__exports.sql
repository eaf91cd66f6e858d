-- Reports that are made as files, in the background. Whoever works takes the one that is due for longest, makes a part
-- of it and says when it is due again, all in one transaction: the row's lock is the claim and dies with its holder.
CREATE TABLE export (
	id uuid PRIMARY KEY,
	report text NOT NULL CHECK (report IN ('SALES', 'TOP_PRODUCTS', 'CUSTOMERS', 'STOCK', 'ORDER_LINES')),
	-- What was asked for; null does not matter. The last day is not included.
	from_day date,
	to_day date,
	grouped_by text,
	currency text,
	below bigint,
	status text NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
	version bigint NOT NULL CHECK (version > 0),
	-- The key of the last row that was written.
	position text[],
	parts int NOT NULL,
	rows bigint NOT NULL,
	-- Bytes of the whole file, not compressed.
	size bigint NOT NULL,
	-- How far it is, and how far it goes as far as can be told.
	steps bigint NOT NULL,
	steps_expected bigint NOT NULL,
	-- Failures in a row.
	failures int NOT NULL,
	failure text,
	due_at timestamptz NOT NULL,
	created_at timestamptz NOT NULL,
	finished_at timestamptz,
	CHECK ((status IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL))
) WITH (fillfactor = 50);

CREATE INDEX export_due ON export (due_at) WHERE status IN ('QUEUED', 'RUNNING');

-- The file, in parts that are compressed each by itself (gzip). Parts without an export are swept up.
CREATE TABLE export_part (
	export uuid NOT NULL,
	part int NOT NULL CHECK (part > 0),
	rows bigint NOT NULL,
	content bytea NOT NULL,
	PRIMARY KEY (export, part)
);
ALTER TABLE export_part ALTER COLUMN content SET STORAGE EXTERNAL;
REVOKE UPDATE, TRUNCATE ON export_part FROM ${runtime};

-- Sales are written to files by the day.
CREATE INDEX sale_placed_on ON sale (generation, placed_on, order_id);
