-- Who did what, or tried to: what somebody may ask about one day. Entries are added in the transaction of the deed and
-- never change.
CREATE TABLE audit_entry (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	time timestamptz NOT NULL DEFAULT clock_timestamp(),
	-- ACCOUNT, CLIENT, OPERATOR (who reaches the management port), STRANGER (nobody has shown who it is), SYSTEM
	actor_kind text NOT NULL,
	-- An opaque id; of a stranger a keyed hash of the name he gave.
	actor text,
	action text NOT NULL,
	subject text NOT NULL,
	outcome text NOT NULL CHECK (outcome IN ('DONE', 'REFUSED')),
	reason text,
	address text,
	trace text,
	-- A flat JSON object; its bytes are hashed, so it stays a text.
	details text
);
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM ${runtime};
CREATE INDEX audit_entry_of_actor ON audit_entry (actor, id DESC);
CREATE INDEX audit_entry_of_subject ON audit_entry (subject, id DESC);

-- Entries that have no link yet. Empty at rest.
CREATE TABLE audit_unsealed (
	entry bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- The chain through the entries: each link has the SHA-256 of the one before and of all that its entry says. Entries get
-- their links afterwards, by one node at a time, so that nobody who has something to record waits for the chain's end.
CREATE TABLE audit_link (
	sequence bigint PRIMARY KEY CHECK (sequence > 0),
	entry bigint NOT NULL UNIQUE,
	previous bytea NOT NULL,
	hash bytea NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON audit_link FROM ${runtime};

-- The end of the chain. Who holds its row appends the next links.
CREATE TABLE audit_head (
	id int PRIMARY KEY CHECK (id = 1),
	sequence bigint NOT NULL,
	hash bytea NOT NULL
) WITH (fillfactor = 50);
INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));
REVOKE INSERT, DELETE, TRUNCATE ON audit_head FROM ${runtime};
