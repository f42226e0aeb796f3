-- The form in which text is searched, the same for what is looked through and for what is looked for. Case, accents and points,
-- the shape of apostrophes, quotes, dashes and spaces, the lengthening of Arabic words, and what cannot be seen make no
-- difference. Letters that no normalization takes apart become those of CLDR's transform Latin-ASCII.
CREATE OR REPLACE FUNCTION "search_form"("value" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        translate(
            lower(
                -- Runs of white space are one space; a line feed parts what no search spans.
                regexp_replace(
                    -- Invisible characters (Default_Ignorable_Code_Point), the kashida, and the marks of Latin, Greek,
                    -- Cyrillic, Hebrew, Syriac and Arabic, of symbols, and the nuktas. Vowel signs and tones of other scripts stay:
                    -- without them words become others.
                    regexp_replace(
                        normalize(
                            -- Before the normalization, which makes a space and a mark of some apostrophes.
                            translate("value",
                                E'\u00B4\u0384\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE`\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u055A\u05F3\u07F4\u07F5\u2018\u2019\u201A\u201B\u2032\u2035\uA78B\uA78C\uFF07\uFF40'
                                    || E'\u201C\u201D\u201E\u201F\u2033\u2036\u05F4\uFF02'
                                    || E'\u058A\u05BE\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D'
                                    || E'\u3002\uFF61\u2800',
                                repeat('''', 29) || repeat('"', 8) || repeat('-', 16) || '.. '
                            ),
                            NFKD
                        ),
                        '[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670'
                            || '\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u0711\u0730-\u074A\u0898-\u089F\u08CA-\u08E1\u08E3-\u08FF'
                            || '\u093C\u09BC\u0A3C\u0ABC\u0B3C\u1AB0-\u1ACE\u1DC0-\u1DFF\u20D0-\u20F0\uFE20-\uFE2F'
                            || '\u0640\u07FA'
                            || '\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF0-\uFFFB'
                            || '\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
                        '', 'g'
                    ),
                    '[ \t\r\v\f\u0085\u1680\u2028\u2029]+', ' ', 'g'
                )
            ),
            'øðđħıĸłŋŧƀɓƃƈɖɗɛƒɠɨƙƚɲƞƥƫƭʈʋƴƶǥȡȥȴȵȶȷⱥȼⱦȿɀʉɇɉɍɏɟɦɫɱɳɽʂəǝɔɣɩʊʌɵʒʃɑς',
            'oddhiqlntbbbcddefgiklnnptttvyzgdzlntjactszuejryjhlmnrseeogiuvozsaσ'
        ),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ƕ', 'hv'), 'ƣ', 'oi'), 'ȸ', 'db'), 'ȹ', 'qp'), 'ꜳ', 'aa'), 'ꝏ', 'oo')
$$;

-- A label of a domain as people read it: what its Punycode stands for (RFC 3492, section 6.2), or the label itself when it is none.
CREATE FUNCTION "unicode_label"("label" text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    "encoded" text := substr("label", 5);
    "basic" int := greatest(length("encoded") - position('-' IN reverse("encoded")), 0);
    "decoded" text := CASE WHEN "encoded" LIKE '%-%' THEN left("encoded", "basic") ELSE '' END;
    "at" int := CASE WHEN "encoded" LIKE '%-%' THEN "basic" + 2 ELSE 1 END;
    "code" bigint := 128;
    "place" bigint := 0;
    "bias" bigint := 72;
    "before" bigint;
    "weight" bigint;
    "step" int;
    "digit" int;
    "threshold" bigint;
    "delta" bigint;
    "points" int;
BEGIN
    IF "label" NOT LIKE 'xn--%' THEN
        RETURN "label";
    END IF;
    WHILE "at" <= length("encoded") LOOP
        "before" := "place";
        "weight" := 1;
        "step" := 36;
        LOOP
            "digit" := strpos('abcdefghijklmnopqrstuvwxyz0123456789', substr("encoded", "at", 1)) - 1;
            IF "at" > length("encoded") OR "digit" < 0 OR "weight" > 2147483647 THEN
                RETURN "label";
            END IF;
            "at" := "at" + 1;
            "place" := "place" + "digit" * "weight";
            "threshold" := greatest(1, least(26, "step" - "bias"));
            EXIT WHEN "digit" < "threshold";
            "weight" := "weight" * (36 - "threshold");
            "step" := "step" + 36;
        END LOOP;
        "points" := length("decoded") + 1;
        "delta" := ("place" - "before") / CASE WHEN "before" = 0 THEN 700 ELSE 2 END;
        "delta" := "delta" + "delta" / "points";
        "bias" := 0;
        WHILE "delta" > 455 LOOP
            "delta" := "delta" / 35;
            "bias" := "bias" + 36;
        END LOOP;
        "bias" := "bias" + 36 * "delta" / ("delta" + 38);
        "code" := "code" + "place" / "points";
        "place" := "place" % "points";
        IF "code" > 1114111 OR "code" BETWEEN 55296 AND 57343 THEN
            RETURN "label";
        END IF;
        "decoded" := left("decoded", "place"::int) || chr("code"::int) || substr("decoded", "place"::int + 1);
        "place" := "place" + 1;
    END LOOP;
    RETURN "decoded";
END
$$;

-- An address as people read it, when that differs from how it is stored.
CREATE FUNCTION "unicode_address"("address" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT CASE WHEN "address" LIKE '%xn--%' THEN nullif((
        SELECT substring("address" FROM '^.*@') || string_agg("unicode_label"("part"), '.' ORDER BY "n")
        FROM regexp_split_to_table(substring("address" FROM '[^@]*$'), '[.]') WITH ORDINALITY AS "label"("part", "n")
    ), "address") END
$$;

-- What a member is found by, as before, and the primary address in both of its forms.
CREATE OR REPLACE FUNCTION "search_text"("ownName" text, "user" uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT "search_form"(concat_ws(
        E'\n',
        coalesce("ownName", concat_ws(E'\n', u."displayName", nullif(concat_ws(' ', u."givenName", u."familyName"), ''))),
        e."address",
        "unicode_address"(e."address")
    ))
    FROM "User" u LEFT JOIN "UserEmail" e ON e."userId" = u."id" AND e."isPrimary"
    WHERE u."id" = "user"
$$;

-- Spaces around what is looked for are those that invisible characters hid from the trimming.
CREATE OR REPLACE FUNCTION "search_pattern"("value" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT '%' || regexp_replace(btrim("search_form"("value")), '([\\%_])', '\\\1', 'g') || '%'
$$;

UPDATE "Membership" SET "searchText" = "search_text"("displayName", "userId")
WHERE "searchText" IS DISTINCT FROM "search_text"("displayName", "userId");
