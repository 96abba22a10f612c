import { useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { OutboxMail, OutboxText } from '~/components/admin/outbox'
import { pageMeta } from '~/components/layout/page-meta'
import { RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { administrators } from '~/policies/administration'
import { listOutbox } from '~/queries/list-outbox.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(administrators, ({ scope }) => listOutbox(scope))

export const meta = pageMeta((t) => ({ title: t('admin.outbox'), unlisted: true }))

export default function Outbox() {
  const { t } = useTranslate()
  const { mails, texts } = useLoaderData<typeof loader>()
  return (
    <AdminPage at="outbox" title={t('admin.outbox')} lede={t('admin.outbox.lede')}>
      <Section id="mails" title={t('admin.outbox.mails')}>
        {mails.length === 0 && <p>{t('admin.outbox.mails.none')}</p>}
        <RuledList>
          {mails.map((mail) => (
            <OutboxMail key={mail.messageId} mail={mail} />
          ))}
        </RuledList>
      </Section>
      <Section id="texts" title={t('admin.outbox.texts')}>
        {texts.length === 0 && <p>{t('admin.outbox.texts.none')}</p>}
        <RuledList>
          {texts.map((text) => (
            <OutboxText key={text.id} text={text} />
          ))}
        </RuledList>
      </Section>
    </AdminPage>
  )
}
