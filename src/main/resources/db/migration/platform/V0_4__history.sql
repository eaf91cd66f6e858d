-- Whoever serves may read which migrations were applied, and only that.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON schema_history FROM ${runtime};
