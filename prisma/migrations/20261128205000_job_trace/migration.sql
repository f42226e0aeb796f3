-- AlterTable
ALTER TABLE "Job" ADD COLUMN "traceParent" VARCHAR(55);
