-- Callers that orders has forgotten, by id, and when it looks for what came too late: a request that was under way when
-- the account was erased may have written down an address after that. Empty when nobody was erased lately.
CREATE TABLE erased_caller (
	caller text        PRIMARY KEY,
	due_at timestamptz NOT NULL
);
