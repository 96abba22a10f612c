import type { ReactNode } from 'react'
import { AttachedFiles } from '~/components/attachment/attached-files'
import { fileLines } from '~/components/attachment/file-lines'
import { AnswerCommitments } from '~/components/commitment/answer-commitments'
import { DateTime } from '~/components/ui/date-time'
import type { Loaded } from '~/components/ui/loaded'
import { RESULT_LETTERS } from '~/domain/response/response'
import { useTranslate } from '~/i18n/use-translate'
import type { ResponseDocumentView } from '~/queries/get-response-document.server'
import styles from './response-document.module.css'

/**
 * An official response as an office files it: letterhead, 文号, subject, text, signature and date, and a foot with who
 * handled it and whom to ask. On paper it takes one sheet unless it is long. It bears no seal: a seal is put on by
 * hand.
 */
export function ResponseDocument(props: { response: Loaded<ResponseDocumentView>; now: Date }) {
  const { t } = useTranslate()
  const { response } = props
  const { department, shown, topic, jointDepartments } = response
  return (
    <article className={styles.sheet} aria-labelledby="document-title">
      <header>
        <p className={styles.letterhead}>{department.name}</p>
        <p className={styles.number}>
          <span>{response.reference}</span>
          <span>
            {t('response.result.withLetter', {
              letter: RESULT_LETTERS[shown.result],
              result: t(`response.result.${shown.result}`),
            })}
          </span>
        </p>
      </header>
      <h1 id="document-title" className={styles.title} lang={topic.lang}>
        {t('response.document.subject', { title: topic.title })}
      </h1>
      <div
        className={`prose ${styles.body}`}
        lang="zh-Hans"
        dangerouslySetInnerHTML={{ __html: shown.html }}
      />
      {response.removedFiles > 0 && (
        <p>{t('response.filesRemoved', { n: response.removedFiles })}</p>
      )}
      {response.files.length > 0 && (
        <section aria-label={t('response.files')}>
          <p>{t('response.files')}</p>
          <AttachedFiles files={fileLines(response.files, t)} />
        </section>
      )}
      <p className={styles.signature}>
        <span>{department.name}</span>
        <DateTime value={shown.publishedAt} show="day" />
      </p>
      <AnswerCommitments commitments={response.commitments} now={props.now} headingLevel={2} />
      <dl className={styles.foot}>
        <Row term={t('response.part.lead')}>{department.name}</Row>
        {jointDepartments.length > 0 && (
          <Row term={t('response.part.joint')}>{jointDepartments.join(t('ui.listSeparator'))}</Row>
        )}
        {department.telephone && (
          <Row term={t('response.document.telephone')}>{department.telephone}</Row>
        )}
        <Row term={t('response.document.topic')}>{topic.code}</Row>
        <Row term={t('response.document.answers')}>
          {t('response.document.answered', { n: response.answeredCount })}
        </Row>
      </dl>
    </article>
  )
}

function Row(props: { term: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
