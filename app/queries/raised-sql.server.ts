/**
 * Whether a person raised what a published response `r` of an assignment `a` answers: a comment of theirs, public
 * before the answer, is among those answered; or the whole topic was asked, and they spoke in it. Who comes after
 * the answer did not ask for it.
 *
 * @param person an expression of SQL, such as `$1`
 */
export function raisedBySql(person: string): string {
  return `EXISTS (SELECT 1 FROM "comments" raised
     WHERE raised."authorId" = ${person} AND raised."topicId" = r."topicId" AND raised."status" = 'published'
       AND raised."publishedAt" <= r."publishedAt"
       AND (a."commentId" IS NULL OR EXISTS (SELECT 1 FROM "response_answers" x
         WHERE x."responseId" = r."id" AND x."commentId" = raised."id")))`
}
