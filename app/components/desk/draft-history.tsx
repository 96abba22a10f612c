import { DateTime } from '~/components/ui/date-time'
import { Disclosure } from '~/components/ui/disclosure'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import styles from './draft-history.module.css'

/** Every draft, newest first, each with what became of it. */
export function DraftHistory(props: { response: NonNullable<DeskItemDetail['response']> }) {
  const { t, language } = useTranslate()
  const { drafts, signOffs } = props.response
  return (
    <ol role="list" className={styles.history} reversed>
      {drafts.map((draft) => (
        <li key={draft.id} className={styles.draft}>
          <Disclosure
            summary={
              <span>
                {t('desk.history.draft', {
                  n: draft.number,
                  name: draft.author.displayName,
                  date: formatDateTime(draft.createdAt, language),
                })}
              </span>
            }
          >
            <div className="prose" dangerouslySetInnerHTML={{ __html: draft.html }} />
          </Disclosure>
          <ul role="list" className={styles.signOffs}>
            {signOffs
              .filter(({ draftId }) => draftId === draft.id)
              .map((signOff) => (
                <li key={signOff.id}>
                  {t(
                    signOff.outcome === 'return'
                      ? 'desk.history.returned'
                      : signOff.comment
                        ? 'answer.history.approved'
                        : 'desk.history.approved',
                    {
                      name: signOff.signer.displayName,
                      date: formatDateTime(signOff.at, language),
                      comment: signOff.comment ?? '',
                    },
                  )}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** Why the signer sent the present draft back. */
export function SentBack(props: { response: NonNullable<DeskItemDetail['response']> }) {
  const { t } = useTranslate()
  const { drafts, signOffs } = props.response
  const last = signOffs[0]
  const draft = drafts.find(({ id }) => id === last?.draftId)
  if (!last || !draft || last.outcome !== 'return') return null
  return (
    <div className={styles.sentBack}>
      <p className={styles.sentBackTitle}>{t('desk.signOff.sentBack', { n: draft.number })}</p>
      <p className={styles.remark}>{last.comment}</p>
      <p className={styles.by}>
        {last.signer.displayName} <DateTime value={last.at} />
      </p>
    </div>
  )
}
