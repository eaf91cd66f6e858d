-- An erased account keeps its id, which is never given to another, and nothing else that tells of a person.
ALTER TABLE account ALTER COLUMN email DROP NOT NULL;
ALTER TABLE account ALTER COLUMN name DROP NOT NULL;
ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE account ADD CONSTRAINT account_whole_or_erased CHECK (num_nulls(email, name, password_hash) IN (0, 3));

-- Who erased which account and when, by ids only.
CREATE TABLE erasure (
	account_id uuid        PRIMARY KEY REFERENCES account,
	erased_by  text        NOT NULL,
	erased_at  timestamptz NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON erasure FROM ${runtime};
