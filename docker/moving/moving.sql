-- What the script `move` keeps and calls in the two databases of a move. It installs this by itself, as often as it likes.
BEGIN;
DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('cleave_moving')); END $$;
CREATE SCHEMA IF NOT EXISTS cleave_moving;
REVOKE ALL ON SCHEMA cleave_moving FROM PUBLIC;

-- What a database is to a module. LIVE: its rows are the truth, and it may write. FENCED: they are the truth, and it may
-- write nothing for a moment. TARGET: it is being copied here, and may write nothing. LEFT: it lives elsewhere now. No row:
-- it never moved. Each try to move it has a higher number; what an earlier one still wants to do is refused.
CREATE TABLE IF NOT EXISTS cleave_moving.place (
	module text PRIMARY KEY,
	state text NOT NULL CHECK (state IN ('LIVE', 'FENCED', 'TARGET', 'LEFT')),
	attempt bigint NOT NULL,
	since timestamptz NOT NULL,
	-- What the fence took away, as the statements that give it back.
	rights text[] NOT NULL
);

-- A row that is replicated with the module's own: what was committed before it has arrived when it has.
CREATE TABLE IF NOT EXISTS cleave_moving.beat (
	module text PRIMARY KEY,
	number bigint NOT NULL
);

-- The history of migrations is each database's own.
CREATE OR REPLACE FUNCTION cleave_moving.tables(module text) RETURNS TABLE (oid oid, name text, partition boolean)
LANGUAGE sql STABLE AS $$
	SELECT c.oid, format('%I.%I', module, c.relname), c.relispartition FROM pg_class c
	WHERE c.relnamespace = to_regnamespace(quote_ident(module)) AND c.relkind IN ('r', 'p') AND c.relname <> 'schema_history'
	ORDER BY c.relname
$$;

CREATE OR REPLACE FUNCTION cleave_moving.writable(module text, login text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
	SELECT name FROM cleave_moving.tables(module) WHERE has_table_privilege(login, oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
$$;

CREATE OR REPLACE FUNCTION cleave_moving.take_rights(module text, login text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	one text;
BEGIN
	FOR one IN SELECT name FROM cleave_moving.tables(module) LOOP
		EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON %s FROM %I', one, login);
	END LOOP;
	SELECT string_agg(w, ', ') INTO one FROM cleave_moving.writable(module, login) w;
	IF one IS NOT NULL THEN
		RAISE EXCEPTION 'no fence holds % back from %: it owns them, is a superuser, or has rights by way of others', login, one;
	END IF;
END $$;

-- The other database must have the same of these.
CREATE OR REPLACE FUNCTION cleave_moving.shape(module text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT md5(string_agg(format('%s %s %s %s', t.name, a.attname, format_type(a.atttypid, a.atttypmod), a.attgenerated), ','
		ORDER BY t.name, a.attname))
	FROM cleave_moving.tables(module) t JOIN pg_attribute a ON a.attrelid = t.oid
	WHERE a.attnum > 0 AND NOT a.attisdropped AND NOT t.partition
$$;

CREATE OR REPLACE FUNCTION cleave_moving.version(module text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
	found text;
BEGIN
	IF to_regclass(format('%I.schema_history', module)) IS NULL THEN
		RETURN 'no schema';
	END IF;
	EXECUTE format('SELECT format(''%%s migrations (%%s)'', count(*), left(md5(string_agg(format(''%%s %%s'', version, checksum), '',''
		ORDER BY version)), 8)) FROM %I.schema_history WHERE success AND version IS NOT NULL', module) INTO found;
	RETURN found;
END $$;

-- What stands in the way of a move from here, or to here, in words.
CREATE OR REPLACE FUNCTION cleave_moving.obstacles(module text, login text, source boolean) RETURNS SETOF text
LANGUAGE plpgsql STABLE AS $$
BEGIN
	RETURN QUERY SELECT 'PostgreSQL must be 15 or newer' WHERE current_setting('server_version_num')::int < 150000;
	RETURN QUERY SELECT current_user || ' must be a superuser' FROM pg_roles WHERE rolname = current_user AND NOT rolsuper;
	RETURN QUERY SELECT 'there is no login ' || login WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login);
	RETURN QUERY SELECT 'there is no schema ' || module || ' with tables: run its migrations here'
		WHERE NOT EXISTS (SELECT FROM cleave_moving.tables(module));
	RETURN QUERY SELECT 'no transaction may be prepared here by ' || owner FROM pg_prepared_xacts WHERE owner = login
		AND database = current_database();
	RETURN QUERY SELECT 'rights on single columns of ' || name || ' would be lost' FROM cleave_moving.tables(module) t
		WHERE EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attacl IS NOT NULL);
	RETURN QUERY SELECT 'an earlier move is not finished: it left the subscription ' || subname FROM pg_subscription
		WHERE source AND subname = 'cleave_moving_' || module
			AND subdbid = (SELECT oid FROM pg_database WHERE datname = current_database());
	RETURN QUERY SELECT 'an earlier move is not finished: it left the publication ' || pubname FROM pg_publication
		WHERE NOT source AND pubname = 'cleave_moving_' || module;
	IF NOT source THEN
		RETURN QUERY SELECT 'max_logical_replication_workers and max_replication_slots must not be 0'
			WHERE 0 IN (current_setting('max_logical_replication_workers')::int, current_setting('max_replication_slots')::int);
		RETURN;
	END IF;
	RETURN QUERY SELECT 'wal_level is ' || current_setting('wal_level') || ' and must be logical, which takes a restart of PostgreSQL'
		WHERE current_setting('wal_level') <> 'logical';
	-- One for the subscription and two for the first copies of tables.
	RETURN QUERY SELECT 'three replication slots must be free (max_replication_slots)'
		WHERE current_setting('max_replication_slots')::int - (SELECT count(*) FROM pg_replication_slots) < 3
			AND NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = cleave_moving.slot(module));
	RETURN QUERY SELECT 'three connections for replication must be free (max_wal_senders)'
		WHERE current_setting('max_wal_senders')::int - (SELECT count(*) FROM pg_stat_replication) < 3;
	RETURN QUERY SELECT name || ' has no primary key that tells rows apart' FROM cleave_moving.tables(module) t
		JOIN pg_class c USING (oid) WHERE NOT (c.relreplident IN ('f', 'i') OR c.relreplident = 'd'
			AND EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary));
	RETURN QUERY SELECT name || ' is unlogged and can''t be replicated' FROM cleave_moving.tables(module) t
		JOIN pg_class c USING (oid) WHERE c.relpersistence <> 'p';
END $$;

-- Of this database alone, however many shops a server has.
CREATE OR REPLACE FUNCTION cleave_moving.slot(module text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT format('cleave_moving_%s_%s', module, oid) FROM pg_database WHERE datname = current_database()
$$;

CREATE OR REPLACE FUNCTION cleave_moving.state(module text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT coalesce((SELECT p.state FROM cleave_moving.place p WHERE p.module = state.module), 'NEW')
$$;

CREATE OR REPLACE FUNCTION cleave_moving.attempt(module text) RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT coalesce((SELECT p.attempt FROM cleave_moving.place p WHERE p.module = attempt.module), 0)
$$;

-- Makes this a database that the module can move to: from here on it may write nothing here.
CREATE OR REPLACE FUNCTION cleave_moving.receive(module text, login text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	found text;
	used boolean;
BEGIN
	LOCK TABLE cleave_moving.place IN EXCLUSIVE MODE;
	found := cleave_moving.state(module);
	IF found IN ('LIVE', 'FENCED') THEN
		RAISE EXCEPTION '% lives in this database (%): have source and target been mixed up?', module, found;
	END IF;
	IF found = 'NEW' THEN
		EXECUTE format('SELECT EXISTS (SELECT FROM %1$I.event_log) OR EXISTS (SELECT FROM %1$I.outbox)
			OR EXISTS (SELECT FROM %1$I.subscription_cursor) OR EXISTS (SELECT FROM %1$I.audit_entry)', module) INTO used;
		IF used THEN
			RAISE EXCEPTION '% has been at work in this database: nothing that is here is thrown away', module;
		END IF;
	END IF;
	PERFORM cleave_moving.take_rights(module, login);
	INSERT INTO cleave_moving.place AS p VALUES (module, 'TARGET', 0, clock_timestamp(), '{}')
		ON CONFLICT ON CONSTRAINT place_pkey DO UPDATE SET state = 'TARGET', since = clock_timestamp() WHERE p.state <> 'TARGET';
END $$;

CREATE OR REPLACE FUNCTION cleave_moving.publish(module text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	list text;
BEGIN
	SELECT string_agg(name, ', ') INTO list FROM cleave_moving.tables(module) WHERE NOT partition;
	EXECUTE format('DROP PUBLICATION IF EXISTS %I', 'cleave_moving_' || module);
	EXECUTE format('CREATE PUBLICATION %I FOR TABLE %s, cleave_moving.beat WHERE (module = %L)
		WITH (publish_via_partition_root = true)', 'cleave_moving_' || module, list, module);
END $$;

-- Tables that came after the publication.
CREATE OR REPLACE FUNCTION cleave_moving.unpublished(module text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
	SELECT name FROM cleave_moving.tables(module) WHERE NOT partition
	EXCEPT SELECT format('%I.%I', schemaname, tablename) FROM pg_publication_tables WHERE pubname = 'cleave_moving_' || module
$$;

-- Empties what an earlier stay left, and lets everything come: in one transaction, so that nothing is emptied twice.
CREATE OR REPLACE FUNCTION cleave_moving.subscribe(module text, number bigint, source text, slot text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	list text;
BEGIN
	PERFORM FROM cleave_moving.place p WHERE p.module = subscribe.module AND p.state = 'TARGET' AND p.attempt = number FOR UPDATE;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'somebody else is moving %', module;
	END IF;
	SELECT string_agg(name, ', ') INTO list FROM cleave_moving.tables(module) WHERE NOT partition;
	EXECUTE 'TRUNCATE ' || list;
	DELETE FROM cleave_moving.beat b WHERE b.module = subscribe.module;
	-- With both databases on one server, a slot that is made by this statement would wait for this statement for ever.
	EXECUTE format('CREATE SUBSCRIPTION %1$I CONNECTION %2$L PUBLICATION %1$I WITH (create_slot = false, slot_name = %3$L)',
		'cleave_moving_' || module, source, slot);
END $$;

-- Tables whose first copy is not here yet; -1 when the module has changed over, null if nothing was ever to come.
CREATE OR REPLACE FUNCTION cleave_moving.missing(module text) RETURNS bigint LANGUAGE sql STABLE AS $$
	SELECT CASE WHEN s.subenabled THEN count(r.srrelid) FILTER (WHERE r.srsubstate <> 'r') ELSE -1 END FROM pg_subscription s
	LEFT JOIN pg_subscription_rel r ON r.srsubid = s.oid
	WHERE s.subname = 'cleave_moving_' || module
		AND s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
	GROUP BY s.oid, s.subenabled
$$;

CREATE OR REPLACE FUNCTION cleave_moving.await_copies(module text, patience interval) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	deadline timestamptz := clock_timestamp() + patience;
	missing bigint;
BEGIN
	LOOP
		missing := cleave_moving.missing(module);
		IF missing IS NULL OR missing <= 0 OR clock_timestamp() > deadline THEN
			RETURN missing;
		END IF;
		PERFORM pg_sleep(0.05);
	END LOOP;
END $$;

CREATE OR REPLACE FUNCTION cleave_moving.beat(module text) RETURNS bigint LANGUAGE sql AS $$
	INSERT INTO cleave_moving.beat AS b VALUES (module, 1)
	ON CONFLICT ON CONSTRAINT beat_pkey DO UPDATE SET number = b.number + 1 RETURNING number
$$;

CREATE OR REPLACE FUNCTION cleave_moving.await_beat(module text, beat bigint, patience interval) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	deadline timestamptz := clock_timestamp() + patience;
BEGIN
	WHILE NOT EXISTS (SELECT FROM cleave_moving.beat b WHERE b.module = await_beat.module AND b.number >= beat) LOOP
		IF clock_timestamp() > deadline THEN
			RAISE EXCEPTION 'what % has written has not arrived within %', module, patience;
		END IF;
		PERFORM pg_sleep(0.005);
	END LOOP;
END $$;

-- The number of the next try; 0 if there is nothing to try, as the module lives here. What earlier tries still want to do
-- is void from here on.
CREATE OR REPLACE FUNCTION cleave_moving.try(module text, above bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	number bigint;
BEGIN
	UPDATE cleave_moving.place p SET attempt = greatest(p.attempt, above) + 1
		WHERE p.module = try.module AND p.state = 'TARGET' RETURNING attempt INTO number;
	IF number IS NULL AND cleave_moving.state(module) <> 'LIVE' THEN
		RAISE EXCEPTION 'this database is not the target of a move of %', module;
	END IF;
	RETURN coalesce(number, 0);
END $$;

-- From here on the module may only read. Transactions that began before may still write: see drain.
CREATE OR REPLACE FUNCTION cleave_moving.fence(module text, login text, number bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	was cleave_moving.place;
BEGIN
	INSERT INTO cleave_moving.place VALUES (module, 'LIVE', 0, clock_timestamp(), '{}') ON CONFLICT DO NOTHING;
	SELECT * INTO was FROM cleave_moving.place p WHERE p.module = fence.module FOR UPDATE;
	IF was.state NOT IN ('LIVE', 'FENCED') THEN
		RAISE EXCEPTION '% does not live in this database (%): have source and target been mixed up?', module, was.state;
	ELSIF number <= was.attempt THEN
		RAISE EXCEPTION 'somebody else is moving %', module;
	END IF;
	IF was.state = 'LIVE' THEN
		was.rights := ARRAY(
			SELECT format('GRANT %s ON %s TO %I', string_agg(a.privilege_type, ', '), t.name, login)
			FROM cleave_moving.tables(module) t JOIN pg_class c USING (oid), aclexplode(c.relacl) a
			WHERE a.grantee = to_regrole(quote_ident(login)) AND a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
			GROUP BY t.name);
		IF cardinality(was.rights) = 0 THEN
			RAISE EXCEPTION '% may write nothing here that could be fenced off', login;
		END IF;
		was.since := clock_timestamp();
		PERFORM cleave_moving.take_rights(module, login);
	END IF;
	UPDATE cleave_moving.place p SET state = 'FENCED', attempt = number, since = was.since, rights = was.rights
		WHERE p.module = fence.module;
END $$;

-- Waits for the transactions that had begun to write before the fence stood, and ends those that take too long: nothing is
-- known of how they would have ended, as if a node had died. Returns how many. The fence must be committed: whoever locks a
-- table after that sees it, so readers can be left alone.
CREATE OR REPLACE FUNCTION cleave_moving.drain(login text, patience interval) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	deadline timestamptz := clock_timestamp() + patience;
	earlier text[] := ARRAY(SELECT a.pid || ' ' || a.xact_start FROM pg_stat_activity a WHERE a.usename = login
		AND a.datname = current_database() AND a.xact_start IS NOT NULL AND (a.backend_xid IS NOT NULL OR EXISTS (
			SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'relation' AND l.granted
				AND l.mode NOT IN ('AccessShareLock', 'RowShareLock'))));
	late int[];
BEGIN
	LOOP
		PERFORM pg_stat_clear_snapshot();
		late := ARRAY(SELECT a.pid FROM pg_stat_activity a WHERE a.pid || ' ' || a.xact_start = ANY (earlier));
		IF cardinality(late) = 0 THEN
			RETURN 0;
		END IF;
		EXIT WHEN clock_timestamp() > deadline;
		PERFORM pg_sleep(0.005);
	END LOOP;
	IF NOT (SELECT coalesce(bool_and(pg_terminate_backend(pid, 500)), true) FROM unnest(late) pid) THEN
		RAISE EXCEPTION 'a transaction of % does not end', login;
	END IF;
	RETURN cardinality(late);
END $$;

-- What both places must agree on when the module changes over: where its log ends, and what it has heard.
CREATE OR REPLACE FUNCTION cleave_moving.seal(module text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	found text;
BEGIN
	EXECUTE format('SELECT md5(coalesce((SELECT string_agg(p::text, '','' ORDER BY p::text) FROM %1$I.log_partition p), '''')
		|| coalesce((SELECT string_agg(c::text, '','' ORDER BY c::text) FROM %1$I.subscription_cursor c), '''')
		|| (SELECT count(*) || '' '' || coalesce(max(id), 0) FROM %1$I.outbox))', module) INTO found;
	RETURN found;
END $$;

-- What the target has to be told, as a statement. The fence must stand, and all who began before it must be gone.
CREATE OR REPLACE FUNCTION cleave_moving.handover(module text, number bigint, patience interval) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	fence cleave_moving.place;
BEGIN
	SELECT * INTO fence FROM cleave_moving.place p WHERE p.module = handover.module AND p.state = 'FENCED' AND p.attempt = number;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'somebody else is moving %', module;
	END IF;
	RETURN format('SELECT cleave_moving.take_over(%L, %s, %s, %L, %L::text[], %L, %L)', module, number,
		cleave_moving.beat(module), cleave_moving.seal(module), fence.rights,
		(SELECT jsonb_object_agg(format('%I.%I', schemaname, sequencename), last_value) FROM pg_sequences
			WHERE schemaname = module AND last_value IS NOT NULL), patience);
END $$;

-- The module changes over: when this commits, it lives here; when it does not, nothing has happened.
CREATE OR REPLACE FUNCTION cleave_moving.take_over(module text, number bigint, beat bigint, seal text, rights text[],
	sequences jsonb, patience interval) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	one text;
	reached bigint;
BEGIN
	PERFORM cleave_moving.await_beat(module, beat, patience);
	PERFORM FROM cleave_moving.place p WHERE p.module = take_over.module AND p.state = 'TARGET' AND p.attempt = number FOR UPDATE;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'somebody else is moving %', module;
	ELSIF seal <> cleave_moving.seal(module) THEN
		RAISE EXCEPTION '% is not the same in both places', module;
	END IF;
	-- Replication carries rows, and no sequence.
	FOR one, reached IN SELECT * FROM jsonb_each_text(sequences) LOOP
		PERFORM setval(one, greatest(reached, coalesce(pg_sequence_last_value(one::regclass), 0)));
	END LOOP;
	EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', 'cleave_moving_' || module);
	FOREACH one IN ARRAY rights LOOP
		EXECUTE one;
	END LOOP;
	UPDATE cleave_moving.place p SET state = 'LIVE', since = clock_timestamp() WHERE p.module = take_over.module;
END $$;

-- The source knows that the module lives elsewhere; returns for how many milliseconds it could not write.
CREATE OR REPLACE FUNCTION cleave_moving.leave(module text) RETURNS bigint LANGUAGE sql AS $$
	UPDATE cleave_moving.place p SET state = 'LEFT', since = clock_timestamp(), rights = '{}'
	FROM cleave_moving.place was
	WHERE p.module = leave.module AND was.module = p.module AND p.state = 'FENCED'
	RETURNING (extract(epoch FROM clock_timestamp() - was.since) * 1000)::bigint
$$;

-- The module may write again where it was. The number must come from the target, where it makes every earlier try void; here
-- it does so, too. Returns for how many milliseconds it could not write, or nothing.
CREATE OR REPLACE FUNCTION cleave_moving.unfence(module text, number bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	was cleave_moving.place;
	one text;
BEGIN
	INSERT INTO cleave_moving.place VALUES (module, 'LIVE', 0, clock_timestamp(), '{}') ON CONFLICT DO NOTHING;
	SELECT * INTO was FROM cleave_moving.place p WHERE p.module = unfence.module FOR UPDATE;
	IF was.state NOT IN ('LIVE', 'FENCED') THEN
		RAISE EXCEPTION '% does not live in this database (%)', module, was.state;
	ELSIF number <= was.attempt THEN
		RAISE EXCEPTION 'somebody else is moving %', module;
	END IF;
	FOREACH one IN ARRAY was.rights LOOP
		EXECUTE one;
	END LOOP;
	UPDATE cleave_moving.place p SET state = 'LIVE', attempt = number, since = clock_timestamp(), rights = '{}'
		WHERE p.module = unfence.module;
	RETURN CASE was.state WHEN 'FENCED' THEN (extract(epoch FROM clock_timestamp() - was.since) * 1000)::bigint END;
END $$;
-- What the script looks at first: the module's state, how many tables are missing, and which database this is.
CREATE OR REPLACE FUNCTION cleave_moving.facts(module text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT format('%s %s %s/%s', cleave_moving.state(module), coalesce(cleave_moving.missing(module)::text, '-'),
		(SELECT system_identifier FROM pg_control_system()), current_database())
$$;
COMMIT;
