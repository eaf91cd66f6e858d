-- When the holder of an account showed that he reads what is sent to its address. Accounts from before are taken at
-- their word.
ALTER TABLE account ADD COLUMN verified_at timestamptz;
UPDATE account SET verified_at = created_at WHERE email IS NOT NULL;

-- How often the password was changed, so that whoever has just signed in with a former one is noticed.
ALTER TABLE account ADD COLUMN password_epoch bigint NOT NULL DEFAULT 0;

-- Who wants an account and has not shown yet that the address is his. Gone after some minutes.
CREATE TABLE pending_registration (
	token_hash    bytea       PRIMARY KEY,
	email         text        NOT NULL,
	name          text        NOT NULL,
	password_hash text        NOT NULL,
	expires_at    timestamptz NOT NULL
);
CREATE INDEX pending_registration_email ON pending_registration (email);
CREATE INDEX pending_registration_expires ON pending_registration (expires_at);

-- What was lately sent to holders of accounts. Of a link only the hash of its token is kept; a notice has no link.
CREATE TABLE account_token (
	token_hash bytea       PRIMARY KEY,
	account_id uuid        NOT NULL REFERENCES account,
	purpose    text        NOT NULL CHECK (purpose IN ('VERIFICATION', 'RESET', 'NOTICE')),
	expires_at timestamptz NOT NULL
);
CREATE INDEX account_token_account ON account_token (account_id, purpose);
CREATE INDEX account_token_expires ON account_token (expires_at);
