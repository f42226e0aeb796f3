-- The form in which text is searched, as before, and beyond that: the forms of kaf and yeh in Arabic and Persian make no difference,
-- nor do the digits of these; and か does not find が, which began with it when it was decomposed.
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
                            -- Voiced kana are letters of their own, and begin with no other one: private characters have no parts.
                            translate(
                                normalize(
                                    -- Before the normalization, which makes a space and a mark of some apostrophes.
                                    translate("value",
                                        E'\u00B4\u0384\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE`\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u055A\u05F3\u07F4\u07F5\u2018\u2019\u201A\u201B\u2032\u2035\uA78B\uA78C\uFF07\uFF40'
                                            || E'\u201C\u201D\u201E\u201F\u2033\u2036\u05F4\uFF02'
                                            || E'\u058A\u05BE\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D'
                                            || E'\u3002\uFF61\u2800',
                                        repeat('''', 29) || repeat('"', 8) || repeat('-', 16) || '.. '
                                    ),
                                    NFKC
                                ),
                                'がぎぐげござじずぜぞだぢづでどばぱびぴぶぷべぺぼぽゔゞガギグゲゴザジズゼゾダヂヅデドバパビピブプベペボポヴヷヸヹヺヾ',
                                E'\U000F0000\U000F0001\U000F0002\U000F0003\U000F0004\U000F0005\U000F0006\U000F0007'
                                    || E'\U000F0008\U000F0009\U000F000A\U000F000B\U000F000C\U000F000D\U000F000E\U000F000F'
                                    || E'\U000F0010\U000F0011\U000F0012\U000F0013\U000F0014\U000F0015\U000F0016\U000F0017'
                                    || E'\U000F0018\U000F0019\U000F001A\U000F001B\U000F001C\U000F001D\U000F001E\U000F001F'
                                    || E'\U000F0020\U000F0021\U000F0022\U000F0023\U000F0024\U000F0025\U000F0026\U000F0027'
                                    || E'\U000F0028\U000F0029\U000F002A\U000F002B\U000F002C\U000F002D\U000F002E\U000F002F'
                                    || E'\U000F0030\U000F0031\U000F0032\U000F0033\U000F0034\U000F0035\U000F0036\U000F0037'
                                    || E'\U000F0038\U000F0039'
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
            'øðđħıĸłŋŧƀɓƃƈɖɗɛƒɠɨƙƚɲƞƥƫƭʈʋƴƶǥȡȥȴȵȶȷⱥȼⱦȿɀʉɇɉɍɏɟɦɫɱɳɽʂəǝɔɣɩʊʌɵʒʃɑς'
                || 'كڪيى٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
            'oddhiqlntbbbcddefgiklnnptttvyzgdzlntjactszuejryjhlmnrseeogiuvozsaσ'
                || 'ککیی01234567890123456789'
        ),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ƕ', 'hv'), 'ƣ', 'oi'), 'ȸ', 'db'), 'ȹ', 'qp'), 'ꜳ', 'aa'), 'ꝏ', 'oo')
$$;

-- The forms that change are those with one of these characters.
UPDATE "Membership" SET "searchText" = "search_text"("displayName", "userId")
WHERE "searchText" ~ E'[\u3099\u309A\u0643\u06AA\u064A\u0649\u0660-\u0669\u06F0-\u06F9]';
