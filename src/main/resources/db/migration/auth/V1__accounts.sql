CREATE TABLE account (
	id            uuid        PRIMARY KEY,
	email         text        NOT NULL UNIQUE,
	name          text        NOT NULL,
	password_hash text        NOT NULL,
	role          text        NOT NULL CHECK (role IN ('CUSTOMER', 'STAFF', 'ADMIN')),
	created_at    timestamptz NOT NULL,
	version       bigint      NOT NULL
);

CREATE INDEX account_administrator ON account (id) WHERE role = 'ADMIN';

CREATE TABLE machine_client (
	client_id   text        PRIMARY KEY,
	name        text        NOT NULL,
	scopes      text        NOT NULL,
	secret_hash text        NOT NULL,
	created_at  timestamptz NOT NULL,
	version     bigint      NOT NULL
);

-- The keys that sign tokens, private halves included. The public halves are published as events.
CREATE TABLE signing_key (
	kid        text        PRIMARY KEY,
	jwk        text        NOT NULL,
	created_at timestamptz NOT NULL
);
