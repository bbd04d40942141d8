-- Three roles, so that nobody holds more than the work needs. May be run again at any time, by the owner of the database.
--   lagesbild_ingest   writes observations
--   lagesbild_publish  aggregates observations, writes and publishes releases
--   lagesbild_read     the web server: reads published releases, keeps meetings and views, adds to the audit trail
-- They have no password; give them one (ALTER ROLE ... PASSWORD), or let pg_hba.conf say how they sign in.

DO $$
DECLARE wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['lagesbild_ingest', 'lagesbild_publish', 'lagesbild_read'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', wanted);
        END IF;
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO lagesbild_ingest, lagesbild_publish, lagesbild_read', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO lagesbild_ingest, lagesbild_publish', current_database());
END $$;

REVOKE ALL ON SCHEMA public, lagesbild, observations FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA lagesbild, observations FROM PUBLIC, lagesbild_ingest, lagesbild_publish, lagesbild_read;
GRANT USAGE ON SCHEMA lagesbild TO lagesbild_ingest, lagesbild_publish, lagesbild_read;
GRANT USAGE ON SCHEMA observations TO lagesbild_ingest, lagesbild_publish;
GRANT SELECT ON lagesbild.schema_version TO lagesbild_ingest, lagesbild_publish, lagesbild_read;

-- Who ingests knows nothing of releases, and changes no row of an observation: files come and go whole.
GRANT SELECT ON observations.schema_version TO lagesbild_ingest, lagesbild_publish;
GRANT SELECT, INSERT, DELETE ON observations.observation, observations.input_file TO lagesbild_ingest;
GRANT SELECT, INSERT ON observations.indicator TO lagesbild_ingest;
GRANT INSERT ON lagesbild.trail TO lagesbild_ingest;

-- Who publishes changes no observation and no release that is there, and never learns who a row is about.
GRANT SELECT (value, weight, file, year, indicator, age, sex, municipality) ON observations.observation TO lagesbild_publish;
GRANT SELECT ON observations.input_file, observations.indicator TO lagesbild_publish;
GRANT SELECT, INSERT ON lagesbild.release, lagesbild.catalogue_file, lagesbild.cell, lagesbild.part, lagesbild.protection,
    lagesbild.audit, lagesbild.publication, lagesbild.trail TO lagesbild_publish;

-- The web server.
GRANT SELECT ON lagesbild.release, lagesbild.catalogue_file, lagesbild.cell, lagesbild.part, lagesbild.protection, lagesbild.audit, lagesbild.publication TO lagesbild_read;
GRANT SELECT, INSERT ON lagesbild.trail, lagesbild.decision TO lagesbild_read;
GRANT SELECT, INSERT, UPDATE ON lagesbild.meeting TO lagesbild_read;
GRANT SELECT, INSERT, UPDATE, DELETE ON lagesbild.saved_view TO lagesbild_read;
ALTER ROLE lagesbild_read SET statement_timeout = '60s';

-- Of releases it sees those that are or were current: a draft is not there for it.
DO $$
DECLARE secured text;
BEGIN
    FOREACH secured IN ARRAY ARRAY['release', 'catalogue_file', 'cell', 'part', 'protection', 'audit'] LOOP
        EXECUTE format('ALTER TABLE lagesbild.%I ENABLE ROW LEVEL SECURITY', secured);
        EXECUTE format('DROP POLICY IF EXISTS published ON lagesbild.%I', secured);
        EXECUTE format('DROP POLICY IF EXISTS everything ON lagesbild.%I', secured);
        EXECUTE format('CREATE POLICY published ON lagesbild.%I FOR SELECT TO lagesbild_read USING (%I IN (SELECT release FROM lagesbild.publication))',
            secured, CASE secured WHEN 'release' THEN 'key' ELSE 'release' END);
        EXECUTE format('CREATE POLICY everything ON lagesbild.%I TO lagesbild_publish USING (true) WITH CHECK (true)', secured);
    END LOOP;
END $$;
