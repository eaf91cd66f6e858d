-- The public keys that this module trusts to have signed a machine client's token. Fed by messages, so that tokens are
-- verified wherever the module runs.
CREATE TABLE trusted_key (
	kid        text        PRIMARY KEY,
	jwk        text        NOT NULL,
	created_at timestamptz NOT NULL
);
