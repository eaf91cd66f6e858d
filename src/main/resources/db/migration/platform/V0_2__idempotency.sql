-- The answers that repeats of a request get. Written in the transaction of the effect; purged after a day.
CREATE TABLE idempotency_key (
	caller       text        NOT NULL,
	route        text        NOT NULL,
	key          text        NOT NULL,
	request_hash bytea       NOT NULL,
	status       integer,
	headers      text,
	body         bytea,
	created_at   timestamptz NOT NULL,
	PRIMARY KEY (caller, route, key)
) WITH (fillfactor = 70);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
