-- A membership repeats what lists of an organization's accounts are filtered and ordered by, so that an index of the organization
-- serves them: the status of the account, whether it has a second factor, and its names where "searchText" does not have them.
CREATE FUNCTION "account_text"("ownName" text, "user" uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT "search_form"(concat_ws(E'\n', u."displayName", nullif(concat_ws(' ', u."givenName", u."familyName"), '')))
    FROM "User" u
    WHERE u."id" = "user" AND "ownName" IS NOT NULL
$$;

CREATE FUNCTION "has_second_factor"("user" uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM "Totp" WHERE "userId" = "user" AND "activatedAt" IS NOT NULL)
        OR EXISTS (SELECT FROM "Passkey" WHERE "userId" = "user")
$$;

-- The user is locked first: status and factors change under that lock, so that the statements after it see their last state.
CREATE OR REPLACE FUNCTION "Membership_search_insert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM "User" WHERE "id" = NEW."userId" FOR SHARE;
    PERFORM FROM "UserEmail" WHERE "userId" = NEW."userId" AND "isPrimary" FOR SHARE;
    NEW."searchText" := coalesce("search_text"(NEW."displayName", NEW."userId"), '');
    NEW."accountText" := "account_text"(NEW."displayName", NEW."userId");
    NEW."accountStatus" := coalesce((SELECT "status" FROM "User" WHERE "id" = NEW."userId"), NEW."accountStatus");
    NEW."secondFactor" := "has_second_factor"(NEW."userId");
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION "Membership_search_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."searchText" := coalesce("search_text"(NEW."displayName", NEW."userId"), '');
    NEW."accountText" := "account_text"(NEW."displayName", NEW."userId");
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION "Membership_search_refresh"("user" uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM "Membership" WHERE "userId" = "user" ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "Membership"
    SET "searchText" = "search_text"("displayName", "userId"), "accountText" = "account_text"("displayName", "userId")
    WHERE "userId" = "user" AND ("searchText", "accountText")
        IS DISTINCT FROM ("search_text"("displayName", "userId"), "account_text"("displayName", "userId"));
END
$$;

CREATE FUNCTION "Membership_account_refresh"("user" uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM "Membership" WHERE "userId" = "user" ORDER BY "id" FOR NO KEY UPDATE;
    UPDATE "Membership" m
    SET "accountStatus" = u."status", "secondFactor" = "has_second_factor"(u."id")
    FROM "User" u
    WHERE u."id" = "user" AND m."userId" = u."id"
        AND (m."accountStatus", m."secondFactor") IS DISTINCT FROM (u."status", "has_second_factor"(u."id"));
END
$$;

CREATE FUNCTION "User_account_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM "Membership_account_refresh"(NEW."id");
    RETURN NULL;
END
$$;

CREATE FUNCTION "factor_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM "Membership_account_refresh"(coalesce(NEW."userId", OLD."userId"));
    RETURN NULL;
END
$$;

CREATE TRIGGER "User_account_update" AFTER UPDATE OF "status" ON "User"
FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION "User_account_update"();

CREATE TRIGGER "Totp_factor_change" AFTER INSERT OR UPDATE OF "activatedAt" OR DELETE ON "Totp"
FOR EACH ROW EXECUTE FUNCTION "factor_change"();

CREATE TRIGGER "Passkey_factor_change" AFTER INSERT OR DELETE ON "Passkey"
FOR EACH ROW EXECUTE FUNCTION "factor_change"();
