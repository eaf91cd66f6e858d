-- The event engine's tables, the same in every module's schema.

-- The last sequence number of each subject. Its row lock also makes the writers of one subject take turns.
CREATE TABLE message_sequence (
	subject text NOT NULL,
	kind text NOT NULL CHECK (kind IN ('event', 'command')),
	last bigint NOT NULL,
	PRIMARY KEY (subject, kind)
) WITH (fillfactor = 80);

-- Messages of committed transactions that are not in the log yet. Empty at rest.
CREATE TABLE outbox (
	partition smallint NOT NULL,
	id bigint GENERATED ALWAYS AS IDENTITY,
	message_id uuid NOT NULL,
	kind text NOT NULL,
	type text NOT NULL,
	subject text NOT NULL,
	sequence bigint NOT NULL,
	time timestamptz NOT NULL,
	traceparent text,
	data text NOT NULL,
	PRIMARY KEY (partition, id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- Who holds a partition's row gives out its next positions.
CREATE TABLE log_partition (
	partition smallint PRIMARY KEY,
	next_position bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
INSERT INTO log_partition (partition) SELECT generate_series(0, 7);

-- Everything this module ever said. Positions are contiguous within a partition.
CREATE TABLE event_log (
	partition smallint NOT NULL,
	position bigint NOT NULL,
	message_id uuid NOT NULL,
	kind text NOT NULL,
	type text NOT NULL,
	subject text NOT NULL,
	sequence bigint NOT NULL,
	time timestamptz NOT NULL,
	traceparent text,
	data text NOT NULL,
	PRIMARY KEY (partition, position),
	UNIQUE (subject, kind, sequence)
);
REVOKE UPDATE, DELETE, TRUNCATE ON event_log FROM ${runtime};

-- How far each subscription of this module has come in each partition of each log it reads.
CREATE TABLE subscription_cursor (
	subscription text NOT NULL,
	source text NOT NULL,
	partition smallint NOT NULL,
	position bigint NOT NULL DEFAULT 0,
	PRIMARY KEY (subscription, source, partition)
) WITH (fillfactor = 50);

-- Messages whose handling failed, and those of the same subject that wait behind them.
CREATE TABLE parked (
	subscription text NOT NULL,
	source text NOT NULL,
	partition smallint NOT NULL,
	position bigint NOT NULL,
	message_id uuid NOT NULL,
	kind text NOT NULL,
	type text NOT NULL,
	subject text NOT NULL,
	sequence bigint NOT NULL,
	time timestamptz NOT NULL,
	traceparent text,
	data text NOT NULL,
	state text NOT NULL DEFAULT 'PARKED' CHECK (state IN ('PARKED', 'DEAD')),
	attempts int NOT NULL DEFAULT 0,
	next_attempt_at timestamptz NOT NULL DEFAULT now(),
	error text,
	parked_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (subscription, source, partition, position)
);
CREATE INDEX parked_by_subject ON parked (subscription, source, subject, position);

-- What operators did to parked messages, and why.
CREATE TABLE operator_action (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	time timestamptz NOT NULL DEFAULT now(),
	actor text NOT NULL,
	action text NOT NULL,
	reason text,
	subscription text NOT NULL,
	message_id uuid NOT NULL,
	subject text NOT NULL,
	type text NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON operator_action FROM ${runtime};
