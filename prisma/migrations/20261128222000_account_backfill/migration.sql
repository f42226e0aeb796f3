-- Sessions that ended are deleted, so earlier sign-ins are not known.
UPDATE "User" u SET "lastSignInAt" = s."at"
FROM (SELECT "userId", max("authTime") AS "at" FROM "Session" GROUP BY "userId") s
WHERE u."id" = s."userId" AND u."lastSignInAt" IS NULL;

-- Accounts whose memberships differ from the defaults. Each is locked, so that it stays as it is until its memberships are written.
DO $$
DECLARE
    "account" uuid;
BEGIN
    FOR "account" IN
        SELECT u."id" FROM "User" u WHERE u."status" <> 'active' OR "has_second_factor"(u."id") ORDER BY u."id" FOR SHARE
    LOOP
        PERFORM "Membership_account_refresh"("account");
    END LOOP;
    FOR "account" IN SELECT DISTINCT "userId" FROM "Membership" WHERE "displayName" IS NOT NULL ORDER BY 1 LOOP
        PERFORM "Membership_search_refresh"("account");
    END LOOP;
END
$$;
