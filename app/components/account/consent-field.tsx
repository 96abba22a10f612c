import { Checkbox } from '~/components/ui/field'
import { PRIVACY_VERSION } from '~/domain/account/consent'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'

/** Consent to the privacy page as it stands; the page opens beside the form, so that nothing typed is lost. */
export function ConsentField(props: { form?: FormState }) {
  const { t } = useTranslate()
  return (
    <Checkbox
      name="consent"
      label={
        <>
          {t('account.consent.label')}
          <a href={paths.privacy()} target="_blank" rel="noopener">
            {t('account.consent.link')}
          </a>
          {t('account.consent.version', { version: PRIVACY_VERSION })}
        </>
      }
      defaultChecked={props.form?.values['consent'] === 'on'}
      error={fieldErrors(props.form, 'consent', t)}
    />
  )
}
