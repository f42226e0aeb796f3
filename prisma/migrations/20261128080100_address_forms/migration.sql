-- At each start, stored addresses are looked through for those that have another form today. All that can have one are not ASCII,
-- or quoted; these indices are small, whatever the size of the tables.
CREATE INDEX "UserEmail_formless_idx" ON "UserEmail"("address", "userId")
WHERE octet_length("address") <> char_length("address") OR "address" LIKE '"%';

CREATE INDEX "Invitation_formless_idx" ON "Invitation"("email")
WHERE octet_length("email") <> char_length("email") OR "email" LIKE '"%';

CREATE INDEX "OneTimeToken_formless_idx" ON "OneTimeToken"("email")
WHERE octet_length("email") <> char_length("email") OR "email" LIKE '"%';
