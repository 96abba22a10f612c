import { Disclosure } from '~/components/ui/disclosure'
import { FileField, TextField } from '~/components/ui/field'
import { MAX_ALT_CHARACTERS, MAX_FILE_MEGABYTES } from '~/domain/attachment/limits'
import { OFFERED_TYPES } from '~/domain/attachment/media-type'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import styles from './file-fields.module.css'

/**
 * Where files are chosen, one a line, each with 图片说明 beside it: so it works without script. Folded, unless something
 * is wrong with a file.
 */
export function FileFields(props: {
  state: FormState | undefined
  /** How many may still be attached. */
  count: number
  /** Before the ids of the fields, where several forms of a page take files. */
  prefix?: string
  /** In sight from the beginning. */
  open?: boolean
  /** What happens to what is sent. */
  hint?: string
}) {
  const { t } = useTranslate()
  const { state, count, prefix = '' } = props
  if (count <= 0) return null
  const errors = (name: string) => fieldErrors(state, name, t)
  const wrong = Object.keys(state?.errors ?? {}).some((field) => FILE_FIELD.test(field))
  const lines = Array.from({ length: count }, (_, index) => index + 1)
  return (
    <Disclosure
      id={`${prefix}files`}
      summary={t('attachment.form.title')}
      open={props.open || wrong}
    >
      <div className={styles.fields}>
        <p className={styles.hint}>
          {t('attachment.form.hint', { n: count, megabytes: MAX_FILE_MEGABYTES })}
          {props.hint}
        </p>
        {lines.map((n) => (
          <div key={n} className={styles.line}>
            <FileField
              name={`file${n}`}
              id={`${prefix}file${n}`}
              label={t('attachment.form.file', { n })}
              error={[...errors(`file${n}`), ...(n === 1 ? errors('files') : [])]}
              accept={OFFERED_TYPES}
              optional
            />
            <TextField
              name={`alt${n}`}
              id={`${prefix}alt${n}`}
              label={t('attachment.form.alt', { n })}
              hint={n === 1 ? t('attachment.form.altHint', { max: MAX_ALT_CHARACTERS }) : undefined}
              error={errors(`alt${n}`)}
              defaultValue={state?.values[`alt${n}`] ?? ''}
              optional
            />
          </div>
        ))}
      </div>
    </Disclosure>
  )
}

const FILE_FIELD = /^(files|file\d|alt\d)$/
