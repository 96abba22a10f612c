import type { ReactNode } from 'react'
import { DueDay } from '~/components/commitment/due-day'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { standsIn } from '~/domain/response/promise-text'
import { dayOf } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import styles from './promises.module.css'

type DraftPromise = NonNullable<DeskItemDetail['response']>['promises'][number]

/** The promises that are marked in a draft, and what is wrong with one before it can be published. */
export function PromiseList(props: {
  promises: readonly DraftPromise[]
  draft: string
  now: Date
  actionsOf?: (promise: DraftPromise) => ReactNode
}) {
  const { t } = useTranslate()
  const today = shanghaiDate(props.now)
  return (
    <RuledList label={t('promise.title')}>
      {props.promises.map((promise) => {
        const dueOn = dayOf(promise.dueOn)
        return (
          <RuledItem key={promise.id}>
            <p className={styles.words}>{promise.words}</p>
            <MetaLine>
              <span>{promise.responsible}</span>
              <DueDay dueOn={dueOn} now={props.now} />
            </MetaLine>
            {!standsIn(promise.words, props.draft) && (
              <p className={styles.wrong}>{t('promise.gone')}</p>
            )}
            {dueOn < today && <p className={styles.wrong}>{t('promise.past')}</p>}
            {props.actionsOf?.(promise)}
          </RuledItem>
        )
      })}
    </RuledList>
  )
}
