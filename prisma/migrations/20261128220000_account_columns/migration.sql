ALTER TABLE "User" ADD COLUMN "lastSignInAt" TIMESTAMPTZ(3);

ALTER TABLE "Membership" ADD COLUMN "accountText" TEXT,
ADD COLUMN "accountStatus" "UserStatus" NOT NULL DEFAULT 'active',
ADD COLUMN "secondFactor" BOOLEAN NOT NULL DEFAULT false;
