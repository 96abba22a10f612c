import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { OwnAnswers } from '~/components/rating/own-answers'
import { AppealState } from '~/components/receipt/appeal-state'
import { EarlierSendings } from '~/components/receipt/earlier-sendings'
import { ReceiptActions } from '~/components/receipt/receipt-actions'
import { ReceiptSteps } from '~/components/receipt/receipt-steps'
import { ReceiptSlip } from '~/components/receipt/receipt-slip'
import { SentText } from '~/components/receipt/sent-text'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { getReceipt } from '~/queries/get-receipt.server'
import { listOwnAnswers } from '~/queries/list-own-answers.server'
import { guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('receipt.title'), unlisted: true }))

export const loader = guardedLoader(signedIn, async ({ scope, params }) => {
  const receipt = await getReceipt(scope, params['commentId'] ?? '')
  const answers = await listOwnAnswers(scope, { topicId: receipt.topic.id })
  return { ...receipt, answers, now: scope.now }
})

export default function ReceiptPage() {
  const receipt = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  // What is on record here needs no draft any more: the enhancement script drops one of this topic that is
  // older than that.
  const received = {
    'data-received': receipt.topic.id,
    'data-received-at': receipt.sending.sentAt.toISOString(),
  }
  return (
    <div {...received}>
      <Breadcrumbs trail={[{ href: paths.me(), label: t('receipt.allMine') }]} />
      <PageHeading
        title={t('receipt.title')}
        lede={
          <p>
            {t('receipt.of')} <a href={paths.topic(receipt.topic.id)}>{receipt.topic.title}</a>
          </p>
        }
      />
      <ReceiptSlip receipt={receipt} />
      <Section id="now" title={t('receipt.now')}>
        <ReceiptActions receipt={receipt} />
      </Section>
      {receipt.answers.length > 0 && (
        <Section id="answers" title={t('rating.answers.title')}>
          <OwnAnswers answers={receipt.answers} now={receipt.now} />
        </Section>
      )}
      {receipt.appeal.kind !== 'none' || receipt.appeal.problem === 'late' ? (
        <Section id="appeal" title={t('appeal.receipt.title')}>
          <AppealState id={receipt.id} appeal={receipt.appeal} />
        </Section>
      ) : null}
      {receipt.steps.length > 0 && (
        <Section id="steps" title={t('verify.receipt.title')}>
          <ReceiptSteps id={receipt.id} steps={receipt.steps} />
        </Section>
      )}
      {receipt.html && (
        <Section id="text" title={t('receipt.text')}>
          <SentText
            html={receipt.html}
            typed={receipt.typed}
            lang={receipt.lang}
            kind={receipt.kind}
            stance={receipt.stance}
            files={receipt.files}
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
