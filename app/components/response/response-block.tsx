import { AttachedFiles } from '~/components/attachment/attached-files'
import { fileLines } from '~/components/attachment/file-lines'
import { AnswerCommitments } from '~/components/commitment/answer-commitments'
import { BothSides } from '~/components/rating/both-sides'
import { DateTime } from '~/components/ui/date-time'
import { Facts } from '~/components/ui/facts'
import type { Loaded } from '~/components/ui/loaded'
import { RESULT_LETTERS } from '~/domain/response/response'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { PublishedResponse } from '~/queries/list-responses.server'
import styles from './response-block.module.css'
import { SealFrame } from './seal-frame'

/** A published official response under its seal, with its result and the comments it answers. */
export function ResponseBlock(props: {
  response: Loaded<PublishedResponse>
  now: Date
  headingLevel?: 2 | 3
}) {
  const { t } = useTranslate()
  const { response } = props
  const { evaluation } = response
  return (
    <SealFrame
      id={`r-${response.id}`}
      department={response.department}
      coDepartments={response.jointDepartments}
      publishedAt={response.publishedAt}
      reference={response.reference}
      headingLevel={props.headingLevel}
      note={
        (response.again || response.correction) && (
          <>
            {response.again && <p>{t('rating.again')}</p>}
            {response.correction && <CorrectionNote response={response} of={response.correction} />}
          </>
        )
      }
      actions={
        <>
          <Facts
            facts={[
              {
                term: t('response.result.label'),
                // With what residents say of it, it stands beside that.
                value: evaluation
                  ? null
                  : t('response.result.withLetter', {
                      letter: RESULT_LETTERS[response.result],
                      result: t(`response.result.${response.result}`),
                    }),
              },
              {
                term: t('response.document.label'),
                value: (
                  <a href={paths.responseDocument(response.id)}>{t('response.document.open')}</a>
                ),
              },
              {
                term: t('response.answered.label'),
                value: response.answered.length > 0 && <AnsweredComments response={response} />,
              },
            ]}
          />
          <AnswerCommitments commitments={response.commitments} now={props.now} headingLevel={3} />
          {evaluation && (
            <BothSides responseId={response.id} result={response.result} evaluation={evaluation} />
          )}
        </>
      }
    >
      <div className="prose" dangerouslySetInnerHTML={{ __html: response.html }} />
      <AttachedFiles files={fileLines(response.files, t)} />
    </SealFrame>
  )
}

/** 更正于…: when the answer was corrected, what changed, and where the former text stands. */
export function CorrectionNote(props: {
  response: { id: string }
  of: NonNullable<Loaded<PublishedResponse>['correction']>
}) {
  const { t } = useTranslate()
  const { number, at, change } = props.of
  return (
    <p className={styles.correction}>
      <strong>
        {t('response.corrected.on')} <DateTime value={at} show="day" />
      </strong>
      {t('response.corrected.colon')}
      {change}{' '}
      <a href={paths.responseDocument(props.response.id, { version: number - 1 })}>
        {t('response.corrected.former')}
      </a>
    </p>
  )
}

function AnsweredComments({
  response,
}: {
  response: Pick<PublishedResponse, 'topicId' | 'answered' | 'answeredCount'>
}) {
  const { t } = useTranslate()
  return (
    <ul role="list" className={styles.answered}>
      {response.answered.map((comment) => (
        <li key={comment.id}>
          <a href={paths.comment(response.topicId, comment.id)}>{comment.authorName}</a>
        </li>
      ))}
      {response.answeredCount > response.answered.length && (
        <li>{t('response.answered.more', { n: response.answeredCount })}</li>
      )}
    </ul>
  )
}
