-- Promises are found by the search and told by feeds, those that are in the ledger already with the words that the
-- application cuts a text into: of a run of Han characters each and every two neighbours, of the rest whole words.
WITH "promises" AS (
  SELECT c."id", c."topicId", c."words", c."madeAt", t."title", t."categoryId", t."studioId",
         lower(normalize(concat_ws(E'\n', d."name", c."words", c."responsible"), NFKC)) AS "folded"
    FROM "commitments" c
    JOIN "topics" t ON t."id" = c."topicId"
    JOIN "departments" d ON d."id" = c."departmentId"
), "tokens" AS (
  SELECT p."id", substr(run."text", at, length) AS "token"
    FROM "promises" p
    CROSS JOIN LATERAL (SELECT m[1] AS "text" FROM regexp_matches(p."folded", '([㐀-䶿一-鿿]+)', 'g') m) run
    CROSS JOIN LATERAL generate_series(1, char_length(run."text")) at
    CROSS JOIN LATERAL generate_series(1, least(2, char_length(run."text") - at + 1)) length
  UNION
  SELECT p."id", left(m[1], 40)
    FROM "promises" p
    CROSS JOIN LATERAL regexp_matches(p."folded", '([a-z0-9]+)', 'g') m
)
INSERT INTO "search_entries" ("objectId", "kind", "topicId", "title", "excerpt", "publishedAt", "categoryId", "studioId",
                              "tokens")
SELECT p."id", 'commitment', p."topicId", p."title", left(p."words", 120), p."madeAt", p."categoryId", p."studioId",
       to_tsvector('simple', (SELECT string_agg(k."token", ' ') FROM "tokens" k WHERE k."id" = p."id"))
  FROM "promises" p;
