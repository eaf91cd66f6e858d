-- Nothing here disturbs anybody.
SET LOCAL lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN remark text, ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now(),
	ADD COLUMN rank integer NOT NULL DEFAULT 0;
ALTER TABLE orders ADD CONSTRAINT ranked CHECK (rank >= 0) NOT VALID;
CREATE TABLE basket (id uuid PRIMARY KEY, words text NOT NULL DEFAULT 'drop table; rename');
CREATE INDEX basket_words ON basket (words);
ALTER TABLE basket ALTER COLUMN words TYPE varchar, ADD UNIQUE (words);
CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM basket; RETURN NULL; END $$;
UPDATE orders SET rank = 1 WHERE remark IS NOT NULL;
-- safe: no release has ever read it
ALTER TABLE orders DROP COLUMN never_used;
