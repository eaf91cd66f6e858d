-- What this module's rebuildable subscriptions feed, made once and again. A number is never used twice, and what works
-- for a generation looks at its row first, so nobody works for one that is over.
CREATE TABLE generation (
	number int PRIMARY KEY CHECK (number >= 1),
	state text NOT NULL CHECK (state IN ('BUILDING', 'SERVING', 'OVER', 'REMOVED')),
	started_at timestamptz NOT NULL DEFAULT now(),
	switched_at timestamptz
);
CREATE UNIQUE INDEX generation_one_building ON generation (state) WHERE state = 'BUILDING';
CREATE UNIQUE INDEX generation_one_serving ON generation (state) WHERE state = 'SERVING';
INSERT INTO generation (number, state, switched_at) VALUES (1, 'SERVING', now());
REVOKE DELETE, TRUNCATE ON generation FROM ${runtime};

-- The one that answers questions. Read it in the statement that answers, and no answer mixes two.
CREATE VIEW serving AS SELECT number AS generation FROM generation WHERE state = 'SERVING';
