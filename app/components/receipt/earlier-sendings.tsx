import { DateTime } from '~/components/ui/date-time'
import { RuledItem, RuledList } from '~/components/ui/ruled-list'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { ReceiptSending } from '~/queries/get-receipt.server'

/** What was sent before, newest first, with what was decided on it. */
export function EarlierSendings(props: { sendings: readonly ReceiptSending[] }) {
  const { t, language } = useTranslate()
  return (
    <RuledList>
      {props.sendings.map(({ number, sentAt, decision }) => (
        <RuledItem key={number}>
          <p>
            {t('receipt.earlier.sent', { n: number })} <DateTime value={sentAt} />
          </p>
          <p>
            {decision
              ? t(`receipt.earlier.${decision.outcome}`, {
                  at: formatDateTime(decision.at, language),
                })
              : t('receipt.earlier.replaced')}
          </p>
          {decision?.reasonText && <p>{decision.reasonText}</p>}
        </RuledItem>
      ))}
    </RuledList>
  )
}
