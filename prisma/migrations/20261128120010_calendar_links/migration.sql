-- A secret address at which an official's calendar program finds what is due.
CREATE TABLE "calendar_links" (
    "personId" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_links_pkey" PRIMARY KEY ("personId")
);

ALTER TABLE "calendar_links" ADD CONSTRAINT "calendar_links_personId_fkey"
  FOREIGN KEY ("personId") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
