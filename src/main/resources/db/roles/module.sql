-- ${module}: an owner login that migrates, and a runtime login that owns nothing and sees no other module's schema.
DO $$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_${module}_owner') THEN
		CREATE ROLE cleave_${module}_owner LOGIN;
	END IF;
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_${module}') THEN
		CREATE ROLE cleave_${module} LOGIN;
	END IF;
END $$;
GRANT cleave_${module}_owner TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS ${module} AUTHORIZATION cleave_${module}_owner;
REVOKE ALL ON SCHEMA ${module} FROM PUBLIC;
GRANT USAGE ON SCHEMA ${module} TO cleave_${module};
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_${module}_owner IN SCHEMA ${module}
	GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cleave_${module};
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_${module}_owner IN SCHEMA ${module}
	GRANT USAGE, SELECT ON SEQUENCES TO cleave_${module};
