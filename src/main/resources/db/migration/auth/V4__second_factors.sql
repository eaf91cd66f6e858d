-- What an authenticator app knows, sealed: neither the database nor a dump of it gives the secret away. It counts once a
-- code of it has been shown. Each step of time is good for one code, on all nodes together.
CREATE TABLE second_factor (
	account_id   uuid        PRIMARY KEY REFERENCES account,
	secret       text        NOT NULL,
	begun_at     timestamptz NOT NULL,
	confirmed_at timestamptz,
	last_step    bigint      NOT NULL DEFAULT 0
);

-- A code for the day on which the app is lost; used, it is gone.
CREATE TABLE recovery_code (
	account_id uuid NOT NULL REFERENCES second_factor ON DELETE CASCADE,
	hash       text NOT NULL,
	PRIMARY KEY (account_id, hash)
);
