-- Secrets that are being replaced, clients that end, and what is known of their last use.
ALTER TABLE machine_client ADD COLUMN expires_at timestamptz;
ALTER TABLE machine_client ADD COLUMN former_secret_hash text;
ALTER TABLE machine_client ADD COLUMN former_secret_until timestamptz;
ALTER TABLE machine_client ADD CONSTRAINT machine_client_former_secret
	CHECK (num_nulls(former_secret_hash, former_secret_until) IN (0, 2));

-- Apart from the client, whose version it must not change.
CREATE TABLE machine_client_use (
	client_id    text        PRIMARY KEY REFERENCES machine_client ON DELETE CASCADE,
	last_used_at timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Of the keys whose time has come, the one whose time came last signs. Private halves stand sealed.
ALTER TABLE signing_key ADD COLUMN used_from timestamptz;
UPDATE signing_key SET used_from = created_at;
ALTER TABLE signing_key ALTER COLUMN used_from SET DEFAULT now();
ALTER TABLE signing_key ALTER COLUMN used_from SET NOT NULL;
CREATE INDEX signing_key_used_from ON signing_key (used_from);
