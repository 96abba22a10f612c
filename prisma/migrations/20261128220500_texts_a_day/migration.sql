-- Whether a message is one of the set number that a person gets in a day. Those from before are not.
ALTER TABLE "text_messages" ADD COLUMN "counted" BOOLEAN NOT NULL DEFAULT false;

DROP INDEX "text_messages_personId_idx";
CREATE INDEX "text_messages_personId_createdAt_idx" ON "text_messages"("personId", "createdAt");
