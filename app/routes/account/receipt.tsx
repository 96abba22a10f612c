import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { EarlierSendings } from '~/components/receipt/earlier-sendings'
import { ReceiptActions } from '~/components/receipt/receipt-actions'
import { ReceiptSlip } from '~/components/receipt/receipt-slip'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { MetaLine } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { getReceipt } from '~/queries/get-receipt.server'
import { guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('receipt.title'), unlisted: true }))

export const loader = guardedLoader(signedIn, ({ scope, params }) =>
  getReceipt(scope, params['commentId'] ?? ''),
)

export default function ReceiptPage() {
  const receipt = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  // What is on record here needs no draft any more: the enhancement script drops the topic's draft of before.
  const received = {
    'data-received': receipt.topic.id,
    'data-received-at': receipt.sending.sentAt.toISOString(),
  }
  return (
    <div {...received}>
      <Breadcrumbs trail={[{ href: paths.me(), label: t('receipt.allMine') }]} />
      <PageHeading
        kicker={t('receipt.title')}
        title={t('receipt.of', { topic: receipt.topic.title })}
      />
      <ReceiptSlip receipt={receipt} />
      <Section id="now" title={t('receipt.now')}>
        <ReceiptActions receipt={receipt} />
      </Section>
      {receipt.html && (
        <Section id="text" title={t('receipt.text')}>
          <MetaLine>
            {receipt.stance && <Tag>{t(`stance.${receipt.stance}`)}</Tag>}
            <Tag>{t(`kind.${receipt.kind}`)}</Tag>
          </MetaLine>
          <div
            className="prose"
            lang={receipt.lang}
            dangerouslySetInnerHTML={{ __html: receipt.html }}
          />
        </Section>
      )}
      {receipt.earlier.length > 0 && (
        <Section id="earlier" title={t('receipt.earlier')}>
          <EarlierSendings sendings={receipt.earlier} />
        </Section>
      )}
    </div>
  )
}
