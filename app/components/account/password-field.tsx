import { TextField } from '~/components/ui/field'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import styles from './password-field.module.css'

/** A password to be chosen, with what it needs said beforehand. */
export function NewPasswordField(props: { label: string; form?: FormState }) {
  const { t } = useTranslate()
  return (
    <TextField
      name="password"
      type="password"
      autoComplete="new-password"
      width="short"
      label={props.label}
      hint={
        <ul className={styles.rules}>
          <li>{t('account.password.rule.classes')}</li>
          <li>{t('account.password.rule.own')}</li>
        </ul>
      }
      error={fieldErrors(props.form, 'password', t)}
    />
  )
}

/** The present password, asked again before what a stranger at an open screen must not do. */
export function CurrentPasswordField(props: { label?: string; form?: FormState }) {
  const { t } = useTranslate()
  return (
    <TextField
      name="currentPassword"
      type="password"
      autoComplete="current-password"
      width="short"
      label={props.label ?? t('account.password.current')}
      error={fieldErrors(props.form, 'currentPassword', t)}
    />
  )
}
