import { Stack } from '~/components/layout/stack'
import { Actions, ButtonLink } from '~/components/ui/button'
import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { RecordedStep } from '~/queries/get-receipt.server'

/** What was done, step by step, each with its place in the log; and the receipt as a file that can be checked. */
export function ReceiptSteps({ id, steps }: { id: string; steps: readonly RecordedStep[] }) {
  const { t } = useTranslate()
  const isSealed = steps.every(({ position }) => position !== null)
  return (
    <Stack>
      <p>{t('verify.receipt.about')}</p>
      <RuledList ordered>
        {steps.map(({ action, at, position }, index) => (
          <RuledItem key={index}>
            <p>{t(`verify.action.${action}`)}</p>
            <MetaLine>
              <DateTime value={at} />
              <span>
                {position === null
                  ? t('verify.receipt.unsealed')
                  : t('verify.receipt.step', { position: position + 1 })}
              </span>
            </MetaLine>
          </RuledItem>
        ))}
      </RuledList>
      {!isSealed && <p>{t('verify.receipt.waiting')}</p>}
      <Actions>
        {isSealed ? (
          <ButtonLink href={paths.receiptProof(id)} variant="secondary" wide>
            {t('verify.receipt.download')}
          </ButtonLink>
        ) : (
          <ButtonLink href={paths.receipt(id)} variant="secondary" wide>
            {t('verify.receipt.again')}
          </ButtonLink>
        )}
        <ButtonLink href={paths.verifyReceipt()} variant="quiet">
          {t('verify.title')}
        </ButtonLink>
      </Actions>
    </Stack>
  )
}
