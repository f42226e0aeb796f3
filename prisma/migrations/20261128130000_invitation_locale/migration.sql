-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN "locale" TEXT;
