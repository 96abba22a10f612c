-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('topic', 'category', 'studio', 'department');

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('topicOpened', 'stageMoved', 'responsePublished', 'responseCorrected', 'summaryPublished', 'commentDecided', 'appealUpheld', 'commentReplied', 'reportSettled');

-- CreateEnum
CREATE TYPE "NoticeChannel" AS ENUM ('inApp', 'email', 'push');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'queued', 'sent', 'dropped');

-- CreateEnum
CREATE TYPE "DispatchKind" AS ENUM ('news', 'digest', 'confirm');

-- CreateEnum
CREATE TYPE "MailFrequency" AS ENUM ('atOnce', 'daily', 'weekly', 'none');

-- CreateTable
CREATE TABLE "subscriptions" (
    "kind" "SubjectKind" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("kind","subjectId","personId")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "topicId" TEXT,
    "actorId" TEXT,
    "data" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "noticeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "channel" "NoticeChannel" NOT NULL,
    "own" BOOLEAN NOT NULL DEFAULT false,
    "state" "DeliveryState" NOT NULL,
    "digest" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "dispatchId" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("noticeId","personId","channel")
);

-- CreateTable
CREATE TABLE "dispatches" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "channel" "NoticeChannel" NOT NULL,
    "kind" "DispatchKind" NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "dispatches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inboxes" (
    "personId" TEXT NOT NULL,
    "unread" INTEGER NOT NULL DEFAULT 0,
    "countsOn" DATE,
    "mailed" INTEGER NOT NULL DEFAULT 0,
    "pushed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "inboxes_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "mailboxes" (
    "personId" TEXT NOT NULL,
    "address" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "pendingAddress" TEXT,
    "pendingAt" TIMESTAMPTZ(3),
    "frequency" "MailFrequency" NOT NULL DEFAULT 'atOnce',

    CONSTRAINT "mailboxes_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "push_subscriptions" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "subscriptions_personId_createdAt_idx" ON "subscriptions"("personId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "notices_key_key" ON "notices"("key");

-- CreateIndex
CREATE INDEX "notices_topicId_idx" ON "notices"("topicId");

-- CreateIndex
CREATE INDEX "notices_actorId_idx" ON "notices"("actorId");

-- CreateIndex
CREATE INDEX "notices_at_idx" ON "notices"("at");

-- CreateIndex
CREATE INDEX "deliveries_personId_channel_noticeId_idx" ON "deliveries"("personId", "channel", "noticeId");

-- CreateIndex
CREATE INDEX "deliveries_dispatchId_idx" ON "deliveries"("dispatchId");

-- CreateIndex
CREATE INDEX "dispatches_sentAt_idx" ON "dispatches"("sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "dispatches_personId_channel_key_key" ON "dispatches"("personId", "channel", "key");

-- CreateIndex
CREATE INDEX "push_subscriptions_personId_idx" ON "push_subscriptions"("personId");

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "notices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_dispatchId_fkey" FOREIGN KEY ("dispatchId") REFERENCES "dispatches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_personId_fkey" FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What waits for its time, by way; and the persons for whom something does.
CREATE INDEX "deliveries_waiting" ON "deliveries" ("channel", "dueAt", "personId") WHERE "state" = 'waiting';
CREATE INDEX "deliveries_waiting_of_person" ON "deliveries" ("personId", "channel", "dueAt") WHERE "state" = 'waiting';

-- What a person has not read.
CREATE INDEX "deliveries_unread" ON "deliveries" ("personId") WHERE "channel" = 'inApp' AND "readAt" IS NULL;

-- What is to be sent, and what was given up.
CREATE INDEX "dispatches_waiting" ON "dispatches" ("channel", "nextAt", "id") WHERE "sentAt" IS NULL AND "failedAt" IS NULL;
CREATE INDEX "dispatches_failed" ON "dispatches" ("id") WHERE "failedAt" IS NOT NULL;

ALTER TABLE "deliveries"
  ADD CONSTRAINT "deliveries_sent" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL)),
  ADD CONSTRAINT "deliveries_queued" CHECK ("state" <> 'queued' OR "dispatchId" IS NOT NULL),
  -- Only what stands in the product is read there.
  ADD CONSTRAINT "deliveries_read" CHECK ("readAt" IS NULL OR "channel" = 'inApp');

ALTER TABLE "dispatches"
  ADD CONSTRAINT "dispatches_channel" CHECK ("channel" <> 'inApp'),
  ADD CONSTRAINT "dispatches_end" CHECK ("sentAt" IS NULL OR "failedAt" IS NULL),
  ADD CONSTRAINT "dispatches_attempts" CHECK ("attempts" >= 0);

ALTER TABLE "inboxes"
  ADD CONSTRAINT "inboxes_counts" CHECK ("unread" >= 0 AND "mailed" >= 0 AND "pushed" >= 0);

-- An address was confirmed, or there is none; one that waits says since when.
ALTER TABLE "mailboxes"
  ADD CONSTRAINT "mailboxes_confirmed" CHECK (("address" IS NULL) = ("confirmedAt" IS NULL)),
  ADD CONSTRAINT "mailboxes_pending" CHECK (("pendingAddress" IS NULL) = ("pendingAt" IS NULL));
