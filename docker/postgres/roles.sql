-- Makes the roles and schemas of all modules. Run it as an administrator in the database of each module (all of them
-- here, where the modules share one; running it twice changes nothing):
--
--   psql --set ON_ERROR_STOP=1 --dbname cleave --file roles.sql
--
-- Then give each role its password (psql asks for it and sends only its hash) and tell Cleave:
--
--   \password cleave_auth_owner         cleave.persistence.auth.owner-username, .owner-password
--   \password cleave_auth               cleave.persistence.auth.password
--   \password cleave_inventory_owner    and so on
--   \password cleave_inventory
--   \password cleave_orders_owner
--   \password cleave_orders
--   \password cleave_reporting_owner
--   \password cleave_reporting
--
-- The owners migrate (cleave.migrate=only, a run that ends); the others serve, with the profile production.

-- auth: an owner login that migrates, and a runtime login that owns nothing and sees no other module's schema.
DO $$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_auth_owner') THEN
		CREATE ROLE cleave_auth_owner LOGIN;
	END IF;
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_auth') THEN
		CREATE ROLE cleave_auth LOGIN;
	END IF;
END $$;
GRANT cleave_auth_owner TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS auth AUTHORIZATION cleave_auth_owner;
REVOKE ALL ON SCHEMA auth FROM PUBLIC;
GRANT USAGE ON SCHEMA auth TO cleave_auth;
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_auth_owner IN SCHEMA auth
	GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cleave_auth;
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_auth_owner IN SCHEMA auth
	GRANT USAGE, SELECT ON SEQUENCES TO cleave_auth;

-- inventory: an owner login that migrates, and a runtime login that owns nothing and sees no other module's schema.
DO $$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_inventory_owner') THEN
		CREATE ROLE cleave_inventory_owner LOGIN;
	END IF;
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_inventory') THEN
		CREATE ROLE cleave_inventory LOGIN;
	END IF;
END $$;
GRANT cleave_inventory_owner TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS inventory AUTHORIZATION cleave_inventory_owner;
REVOKE ALL ON SCHEMA inventory FROM PUBLIC;
GRANT USAGE ON SCHEMA inventory TO cleave_inventory;
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_inventory_owner IN SCHEMA inventory
	GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cleave_inventory;
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_inventory_owner IN SCHEMA inventory
	GRANT USAGE, SELECT ON SEQUENCES TO cleave_inventory;

-- orders: an owner login that migrates, and a runtime login that owns nothing and sees no other module's schema.
DO $$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_orders_owner') THEN
		CREATE ROLE cleave_orders_owner LOGIN;
	END IF;
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_orders') THEN
		CREATE ROLE cleave_orders LOGIN;
	END IF;
END $$;
GRANT cleave_orders_owner TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS orders AUTHORIZATION cleave_orders_owner;
REVOKE ALL ON SCHEMA orders FROM PUBLIC;
GRANT USAGE ON SCHEMA orders TO cleave_orders;
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_orders_owner IN SCHEMA orders
	GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cleave_orders;
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_orders_owner IN SCHEMA orders
	GRANT USAGE, SELECT ON SEQUENCES TO cleave_orders;

-- reporting: an owner login that migrates, and a runtime login that owns nothing and sees no other module's schema.
DO $$ BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_reporting_owner') THEN
		CREATE ROLE cleave_reporting_owner LOGIN;
	END IF;
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cleave_reporting') THEN
		CREATE ROLE cleave_reporting LOGIN;
	END IF;
END $$;
GRANT cleave_reporting_owner TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS reporting AUTHORIZATION cleave_reporting_owner;
REVOKE ALL ON SCHEMA reporting FROM PUBLIC;
GRANT USAGE ON SCHEMA reporting TO cleave_reporting;
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_reporting_owner IN SCHEMA reporting
	GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cleave_reporting;
ALTER DEFAULT PRIVILEGES FOR ROLE cleave_reporting_owner IN SCHEMA reporting
	GRANT USAGE, SELECT ON SEQUENCES TO cleave_reporting;
