import { Button } from '~/components/ui/button'
import { SelectField, TextField } from '~/components/ui/field'
import { fieldErrors, type FormState } from '~/forms/form'
import type { Translate } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { AuditKinds } from '~/queries/list-audit-kinds.server'
import styles from './audit-filter-form.module.css'
import { actionLabel, objectLabel } from './audit-words'

/** Who, what, on what, when: a plain GET form, so that a filter can be kept and passed on. */
export function AuditFilterForm(props: {
  values: Readonly<Record<string, string>>
  form?: FormState
  kinds: AuditKinds
  filtered: boolean
}) {
  const { t } = useTranslate()
  const { values, form } = props
  const field = (name: string) => ({
    name,
    defaultValue: values[name] ?? '',
    error: fieldErrors(form, name, t),
  })
  return (
    <search aria-label={t('audit.filter.label')}>
      <form className={styles.filter} method="get" action={paths.audit()} noValidate>
        <div className={styles.wide}>
          <TextField
            {...field('actor')}
            label={t('audit.filter.actor')}
            hint={t('audit.filter.actor.hint')}
            autoComplete="off"
          />
        </div>
        <div className={styles.wide}>
          <TextField
            {...field('object')}
            label={t('audit.filter.object')}
            hint={t('audit.filter.object.hint')}
            autoComplete="off"
          />
        </div>
        <div className={styles.wide}>
          <SelectField
            {...field('action')}
            label={t('audit.filter.action')}
            options={actionOptions(props.kinds, t)}
          />
        </div>
        <div className={styles.dates}>
          <TextField {...field('from')} type="date" label={t('audit.filter.from')} />
          <TextField {...field('to')} type="date" label={t('audit.filter.to')} />
        </div>
        <div className={styles.do}>
          <Button variant="secondary">{t('audit.filter.apply')}</Button>
          {props.filtered && <a href={paths.audit()}>{t('audit.filter.clear')}</a>}
        </div>
      </form>
    </search>
  )
}

/** The acts that the trail has, each under its kind of object, which can be chosen whole. */
function actionOptions(kinds: AuditKinds, t: Translate) {
  const nouns = [...new Set(kinds.actions.map((action) => action.split('.')[0] ?? action))]
  return [
    { value: '', label: t('audit.filter.action.any') },
    ...nouns.flatMap((noun) => {
      const object = objectLabel(t, noun)
      const own = kinds.actions.filter((action) => action.startsWith(`${noun}.`))
      return [
        { value: `${noun}.*`, label: t('audit.filter.action.all', { object }) },
        ...own.map((action) => ({
          value: action,
          label: `\u3000${actionLabel(t, action)}`,
        })),
      ]
    }),
  ]
}
