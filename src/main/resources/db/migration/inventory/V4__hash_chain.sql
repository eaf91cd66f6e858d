-- Each movement has the hash of the one before and of itself; the shelf has the newest (its head). See the class Chain.
ALTER TABLE movement ADD COLUMN hash bytea CHECK (octet_length(hash) = 32);
ALTER TABLE stock ADD COLUMN head bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (octet_length(head) = 32);

-- What was there before is believed as it is.
DO $$
DECLARE
	one record;
	field text;
	content bytea;
	latest bytea;
BEGIN
	FOR one IN SELECT * FROM movement ORDER BY sku, location, sequence LOOP
		content := CASE WHEN one.sequence = 1 THEN decode(repeat('00', 32), 'hex') ELSE latest END;
		FOREACH field IN ARRAY ARRAY[one.sku, one.location, one.sequence::text, one.type, one.quantity::text,
				one.on_hand_delta::text, one.reserved_delta::text, one.on_hand_after::text, one.reserved_after::text,
				one.reason, one.actor, one.reference, one.cause::text, one.line::text,
				(extract(epoch FROM one.time) * 1000000)::bigint::text] LOOP
			content := content || CASE WHEN field IS NULL THEN int4send(-1)
				ELSE int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8') END;
		END LOOP;
		latest := sha256(content);
		UPDATE movement SET hash = latest WHERE sku = one.sku AND location = one.location AND sequence = one.sequence;
	END LOOP;
END $$;
UPDATE stock SET head = movement.hash FROM movement
WHERE movement.sku = stock.sku AND movement.location = stock.location AND movement.sequence = stock.sequence;
ALTER TABLE movement ALTER COLUMN hash SET NOT NULL;

-- What the last verification of the whole ledger found: one row, and the first of its findings.
CREATE TABLE ledger_check (
	id int PRIMARY KEY CHECK (id = 1),
	started_at timestamptz NOT NULL,
	finished_at timestamptz NOT NULL,
	shelves bigint NOT NULL,
	movements bigint NOT NULL,
	discrepancies bigint NOT NULL
);
CREATE TABLE ledger_finding (
	place int PRIMARY KEY,
	sku text NOT NULL,
	location text NOT NULL,
	sequence bigint,
	what text NOT NULL
);
