-- CreateTable
CREATE TABLE "audit_unsealed" (
    "seq" BIGSERIAL NOT NULL,
    "eventId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_unsealed_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_leaves" (
    "position" BIGINT NOT NULL,
    "eventId" TEXT NOT NULL,
    "leafHash" BYTEA NOT NULL,

    CONSTRAINT "audit_leaves_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "audit_nodes" (
    "level" SMALLINT NOT NULL,
    "index" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_nodes_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "audit_tree_heads" (
    "size" BIGINT NOT NULL,
    "rootHash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "signature" BYTEA NOT NULL,
    "publicKey" BYTEA NOT NULL,

    CONSTRAINT "audit_tree_heads_pkey" PRIMARY KEY ("size")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_leaves_eventId_key" ON "audit_leaves"("eventId");

-- CreateIndex
CREATE INDEX "audit_tree_heads_at_idx" ON "audit_tree_heads"("at");

ALTER TABLE "audit_leaves" ADD CONSTRAINT "audit_leaves_hash" CHECK (octet_length("leafHash") = 32 AND "position" >= 0);
ALTER TABLE "audit_nodes" ADD CONSTRAINT "audit_nodes_hash" CHECK (octet_length("hash") = 32 AND "level" > 0 AND "index" >= 0);
ALTER TABLE "audit_tree_heads" ADD CONSTRAINT "audit_tree_heads_hash"
  CHECK ("size" > 0 AND octet_length("rootHash") = 32 AND octet_length("signature") = 64 AND octet_length("publicKey") = 32);

-- What is sealed stays sealed.
CREATE TRIGGER "audit_leaves_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_leaves"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_nodes_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_nodes"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_tree_heads_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_tree_heads"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Every event waits to be sealed from the moment it is visible, whatever its time.
CREATE FUNCTION "await_sealing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "audit_unsealed" ("eventId") VALUES (NEW."id");
  RETURN NULL;
END;
$$;
CREATE TRIGGER "audit_events_await_sealing" AFTER INSERT ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION "await_sealing"();

-- What was recorded before there was a tree.
INSERT INTO "audit_unsealed" ("eventId") SELECT "id" FROM "audit_events" ORDER BY "id";
