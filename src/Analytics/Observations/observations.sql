-- Microdata, and the ledger of the files they came from. The first step of the schema: it never changes once it is released.

-- Catalogues may differ between ingest and build, so the codes of the rows are the database's own.
CREATE TABLE observations.indicator (code smallint PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE);

-- A file of microdata has rows, every other file is kept whole.
CREATE TABLE observations.input_file (
    key integer PRIMARY KEY, name text COLLATE "C" NOT NULL UNIQUE, bytes bigint NOT NULL, sha256 text NOT NULL,
    rows bigint, weights integer, content bytea, ingested timestamptz NOT NULL DEFAULT now(),
    CHECK ((rows IS NULL) = (content IS NOT NULL) AND (rows IS NULL) = (weights IS NULL)));
-- Packed files do not become smaller, and text is read once per build.
ALTER TABLE observations.input_file ALTER COLUMN content SET STORAGE EXTERNAL;

-- One row per person, year and indicator. value: null for no answer. weight: null for 1. file: key of input_file.
DO $make$
DECLARE columns text := 'value double precision, weight double precision CHECK (weight > 0), file integer NOT NULL, year smallint NOT NULL, indicator smallint NOT NULL,
    age smallint NOT NULL, sex "char" NOT NULL CHECK (sex IN (''F'', ''M'', ''X'')), municipality text COLLATE "C" NOT NULL, person text COLLATE "C" NOT NULL';
    distribute text := (SELECT min(format('%I.%I', nspname, proname)) FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace WHERE proname = 'create_distributed_table');
BEGIN
    IF distribute IS NOT NULL THEN
        -- Citus asks for the column of distribution in every key, and spreads by itself.
        EXECUTE format('CREATE TABLE observations.observation (%s, PRIMARY KEY (municipality, person, year, indicator))', columns);
        CREATE INDEX observation_file ON observations.observation USING brin (file);
        EXECUTE format('SELECT %s(''observations.observation'', ''municipality'')', distribute);
    ELSE
        EXECUTE format('CREATE TABLE observations.observation (%s) PARTITION BY HASH (municipality)', columns);
        FOR part IN 0 .. 15 LOOP
            -- The key is the leaf's own, since a parent with foreign leaves can have none; without the municipality it is smaller and refuses more.
            EXECUTE format('CREATE TABLE observations.observation_%s PARTITION OF observations.observation (PRIMARY KEY (person, year, indicator)) FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
            EXECUTE format('CREATE INDEX observation_%s_file ON observations.observation_%s USING brin (file) WITH (autosummarize = on)', part, part);
        END LOOP;
    END IF;
END $make$;

-- Ingests take turns: what one checks, no other changes before it has committed.
CREATE FUNCTION observations.take_turns() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'Observations are written at the isolation level READ COMMITTED, which sees what the one before has committed.';
    END IF;
    PERFORM pg_advisory_xact_lock(x'6C62696E67657374'::bigint);
END $$;

CREATE FUNCTION observations.input_file_takes_turns() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM observations.take_turns(); RETURN NULL; END $$;
CREATE TRIGGER take_turns BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON observations.input_file FOR EACH STATEMENT EXECUTE FUNCTION observations.input_file_takes_turns();

-- Whether parts of the table lie on other servers.
CREATE FUNCTION observations.is_spread() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM pg_catalog.pg_foreign_table JOIN pg_catalog.pg_inherits ON inhrelid = ftrelid WHERE inhparent = 'observations.observation'::regclass) $$;

-- Runs at the end of the transaction. The keys of the parts see one municipality each; this sees that no person, year and indicator is in two.
-- Hardly anybody is in two municipalities in a year, so those are looked for first: in one pass where the file is much of what there is, else by the keys.
-- Everything is grouped by municipality first, so that a part on another server counts its own rows.
CREATE FUNCTION observations.check_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET enable_partitionwise_aggregate = on SET jit = off SET work_mem = '64MB' AS $$
DECLARE moved text[];
BEGIN
    IF NEW.rows IS NULL OR NOT EXISTS (SELECT FROM observations.input_file WHERE key = NEW.key) THEN
        RETURN NULL;
    END IF;
    IF (SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM observations.observation WHERE file = NEW.key GROUP BY municipality) counted) <> NEW.rows THEN
        RAISE EXCEPTION 'The rows of an input file are not all there.' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.rows > (SELECT sum(rows) FROM observations.input_file) / 8 OR observations.is_spread() THEN
        SELECT array_agg(DISTINCT person) INTO moved FROM (
            SELECT person FROM (SELECT municipality, person, year FROM observations.observation GROUP BY municipality, person, year) seen
            GROUP BY person, year HAVING count(*) > 1) twice;
    ELSE
        PERFORM set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true);
        WITH mine AS MATERIALIZED (SELECT municipality, person, year FROM observations.observation WHERE file = NEW.key GROUP BY municipality, person, year)
        SELECT array_agg(DISTINCT person) INTO moved FROM mine
        WHERE EXISTS (SELECT FROM observations.observation o WHERE o.person = mine.person AND o.year = mine.year AND o.municipality <> mine.municipality);
        PERFORM set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('enable_seqscan', 'on', true);
    END IF;
    IF moved IS NOT NULL AND EXISTS (SELECT FROM observations.observation WHERE person = ANY (moved) GROUP BY person, year, indicator HAVING count(*) > 1) THEN
        -- Who it is stays unsaid: messages travel further than rows.
        RAISE EXCEPTION 'A person is in two municipalities for the same year and indicator.' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_file AFTER INSERT OR UPDATE ON observations.input_file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION observations.check_file()
