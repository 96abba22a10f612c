import { TextChanges } from '~/components/moderation/text-changes'
import { DateTime } from '~/components/ui/date-time'
import { Disclosure } from '~/components/ui/disclosure'
import type { Loaded } from '~/components/ui/loaded'
import { Notice } from '~/components/ui/notice'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ResponseDocumentView } from '~/queries/get-response-document.server'
import { CorrectionNote } from './response-block'

/** Which version of an answer this is: what it corrected, or that it was corrected itself. */
export function ResponseVersions(props: { response: Loaded<ResponseDocumentView> }) {
  const { t, language } = useTranslate()
  const { response } = props
  const { shown, versions, changes } = response
  const newest = versions[0]
  if (!newest || versions.length === 1) return null
  const day = (date: Date | string) => formatDate(new Date(date), language)
  return (
    <>
      {shown.number !== newest.number && (
        <Notice kind="warning" title={t('response.former.title', { date: day(shown.publishedAt) })}>
          <p>
            {t('response.former.text', { date: day(newest.publishedAt) })}{' '}
            <a href={paths.responseDocument(response.id)}>{t('response.former.present')}</a>
          </p>
        </Notice>
      )}
      {shown.changeNote !== null && (
        <CorrectionNote
          response={response}
          of={{ number: shown.number, at: shown.publishedAt, change: shown.changeNote }}
        />
      )}
      <div data-print="no">
        {changes && (
          <Disclosure summary={t('response.changes.title')}>
            <TextChanges unchanged="response.textUnchanged" parts={changes} lang="zh-Hans" />
          </Disclosure>
        )}
        {versions.length > 2 && (
          <Disclosure summary={t('response.versions.title', { n: versions.length })}>
            <ol role="list" reversed>
              {versions.map((version) => (
                <li key={version.number}>
                  <a href={paths.responseDocument(response.id, { version: version.number })}>
                    {t('response.versions.one', { n: version.number })}
                  </a>{' '}
                  <DateTime value={version.publishedAt} show="day" /> {version.changeNote}
                </li>
              ))}
            </ol>
          </Disclosure>
        )}
      </div>
    </>
  )
}
