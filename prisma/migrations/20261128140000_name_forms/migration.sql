-- The form in which names are compared. Case, the form of letters and spaces, and invisible characters (Default_Ignorable_Code_Point)
-- make no difference.
CREATE FUNCTION "name_form"("value" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT lower(normalize(btrim(regexp_replace(
        regexp_replace(
            normalize("value", NFKC),
            '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB'
                || '\U00016FE4\U0001BCA0-\U0001BCA3\U0001D159\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
            '', 'g'
        ),
        '[ \t\r\n\v\f\u0085\u1680\u2028\u2029\u2800]+', ' ', 'g'
    )), NFKC))
$$;

-- The names of an organization's roles and teams differ in that form. Names from before that do not differ stay as they are, because
-- clients use them: all but the oldest of them are left out of the index.
DROP INDEX "Role_own_name_key";

DO $$
DECLARE
    "named" text;
    "exempt" text;
BEGIN
    FOREACH "named" IN ARRAY ARRAY['Role', 'Team'] LOOP
        EXECUTE format('LOCK TABLE %I IN SHARE MODE', "named");
        EXECUTE format(
            'SELECT coalesce(array_agg(id), ''{}'') FROM (
                SELECT id, row_number() OVER (PARTITION BY "organizationId", "name_form"(name) ORDER BY id) AS n
                FROM %I WHERE "organizationId" IS NOT NULL
            ) AS numbered WHERE n > 1',
            "named"
        ) INTO "exempt";
        EXECUTE format(
            'CREATE UNIQUE INDEX %I ON %I ("organizationId", "name_form"("name"))
            WHERE "organizationId" IS NOT NULL AND id <> ALL (%L::uuid[])',
            "named" || '_own_name_key', "named", "exempt"
        );
    END LOOP;
END
$$;
