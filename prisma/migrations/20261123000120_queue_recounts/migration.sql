-- CreateTable
CREATE TABLE "queue_recounts" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "drift" INTEGER NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "queue_recounts_pkey" PRIMARY KEY ("at")
);
