import { useRouteLoaderData } from '@remix-run/react'
import { useTranslate } from '~/i18n/use-translate'
import styles from './writing.module.css'

/** What saving at pauses says of itself, under a form's text. The script fills it; without script nothing is there. */
export function PauseNote() {
  const { t } = useTranslate()
  return (
    <div className={styles.pause} data-pause-note hidden>
      <p
        data-pause-said
        data-saving={t('answer.pause.saving')}
        data-away={t('answer.pause.away')}
        data-restored={t('answer.pause.restored')}
        data-discard={t('answer.pause.discard')}
        data-reload={t('answer.pause.reload')}
      >
        {t('answer.pause.idle')}
      </p>
      <p data-pause-alarm role="alert" className={styles.alarm} />
    </div>
  )
}

/** The script of the pages on which answers are written; they work without it. */
export function WritingScript() {
  const root = useRouteLoaderData('root') as { nonce: string | null } | undefined
  return root?.nonce ? <script type="module" src="/answer.js" nonce={root.nonce} /> : null
}

/** A text to be put into the field with the id `into`, by script; without it the text can be copied. */
export function Insertable(props: {
  title: string
  text: string
  button: string
  done: string
  into: string
}) {
  return (
    <div className={styles.insertable}>
      <p className={styles.text}>{props.text}</p>
      <button
        type="button"
        className={styles.insert}
        hidden
        data-insert={props.text}
        data-insert-into={props.into}
        data-insert-done={props.done}
      >
        {props.button}
        <span className="visually-hidden">{props.title}</span>
      </button>
      <span role="status" className={styles.done} />
    </div>
  )
}
