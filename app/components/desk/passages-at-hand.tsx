import { Disclosure } from '~/components/ui/disclosure'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { Insertable } from './writing'
import styles from './writing.module.css'

/** The department's templates and passages beside the draft: to begin with by a link, to put in by a button. */
export function PassagesAtHand(props: {
  item: DeskItemDetail
  /** Nothing is written yet: a template can be begun with. */
  empty: boolean
}) {
  const { t } = useTranslate()
  const { assignment, answering, asked, desk } = props.item
  const templates = desk.passages.filter(({ kind }) => kind === 'template')
  const manage = paths.passages({ department: answering.departmentId })
  return (
    <>
      {props.empty && templates.length > 0 && (
        <div>
          <p>{t('answer.passages.beginHint')}</p>
          <ul role="list">
            {templates.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={`${paths.deskAssignment(assignment.id, {
                    department: asked.departmentId,
                    template: id,
                  })}#answer`}
                >
                  {t('answer.passages.begin', { title })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Disclosure summary={t('answer.passages.title')}>
        <div className={styles.folded}>
          {desk.passages.length === 0 && <p>{t('answer.passages.none')}</p>}
          {desk.passages.map(({ id, title, text }) => (
            <div key={id}>
              <strong>{title}</strong>
              <Insertable
                title={title}
                text={text}
                button={t('answer.passages.insert')}
                done={t('answer.passages.inserted', { title })}
                into="text"
              />
            </div>
          ))}
          <p>
            <a href={manage}>{t('answer.passages.manage')}</a>
          </p>
        </div>
      </Disclosure>
    </>
  )
}
