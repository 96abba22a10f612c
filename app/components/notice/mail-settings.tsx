import { Button } from '~/components/ui/button'
import { Fields, RadioGroup, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { MAIL_FREQUENCIES } from '~/domain/notice/frequency'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { MailboxView } from '~/queries/get-mailbox.server'
import styles from './followed-list.module.css'

/** Where mail goes and how often. Nothing is sent to an address before its owner has opened the link sent there. */
export function MailSettings(props: { mailbox: MailboxView; form: FormState | undefined }) {
  const { t } = useTranslate()
  const { mailbox, form } = props
  return (
    <div className={styles.more}>
      {mailbox.address && (
        <>
          <p>{t('notice.mail.address', { address: mailbox.address })}</p>
          <PostForm>
            <input type="hidden" name="intent" value="frequency" />
            <Fields>
              <RadioGroup
                name="frequency"
                label={t('notice.mail.frequency')}
                hint={t('notice.mail.frequency.hint')}
                options={MAIL_FREQUENCIES.map((value) => ({
                  value,
                  label: t(`notice.mail.frequency.${value}`),
                }))}
                defaultValue={mailbox.frequency}
                error={fieldErrors(form, 'frequency', t)}
              />
              <div>
                <Button>{t('notice.mail.save')}</Button>
              </div>
            </Fields>
          </PostForm>
        </>
      )}
      {mailbox.pendingAddress && (
        <p>{t('notice.mail.pending', { address: mailbox.pendingAddress })}</p>
      )}
      <PostForm>
        <input type="hidden" name="intent" value="address" />
        <Fields>
          <TextField
            name="address"
            type="email"
            autoComplete="email"
            width="short"
            label={t(mailbox.address ? 'notice.mail.other' : 'notice.mail.new')}
            hint={t('notice.mail.hint')}
            defaultValue={form?.values['address']}
            error={fieldErrors(form, 'address', t)}
          />
          <div>
            <Button variant="secondary">{t('notice.mail.send')}</Button>
          </div>
        </Fields>
      </PostForm>
      {(mailbox.address ?? mailbox.pendingAddress) && (
        <PostForm>
          <input type="hidden" name="intent" value="remove" />
          <Button variant="quiet">{t('notice.mail.remove')}</Button>
        </PostForm>
      )}
    </div>
  )
}
