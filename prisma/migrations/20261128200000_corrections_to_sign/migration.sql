-- Corrections that wait to be signed, by the department: what is owed has an index of its own.
CREATE INDEX "responses_corrections_to_sign" ON "responses" ("departmentId", "assignmentId")
 WHERE "status" = 'awaitingSignOff' AND "publishedVersionId" IS NOT NULL;
