import { Actions, ButtonLink } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { Receipt } from '~/queries/get-receipt.server'

/** What the author can do now: the first is what the moment asks for. */
export function ReceiptActions({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslate()
  const { id, standing, topic, canEdit } = receipt
  const returned = standing === 'returned' || standing === 'publishedEditReturned'
  const gone = standing === 'withdrawn'
  const refused = standing === 'rejected'
  return (
    <>
      {refused && <p>{t('receipt.now.rejected')}</p>}
      <Actions>
        {returned && canEdit && (
          <ButtonLink href={paths.editComment(id)} wide>
            {t('receipt.now.editAgain')}
          </ButtonLink>
        )}
        <ButtonLink
          href={refused || gone ? paths.topic(topic.id) : paths.comment(topic.id, id)}
          variant="secondary"
          wide
        >
          {t(refused || gone ? 'receipt.now.topic' : 'receipt.now.inThread')}
        </ButtonLink>
        {!returned && canEdit && (
          <ButtonLink href={paths.editComment(id)} variant="quiet">
            {t('receipt.now.edit')}
          </ButtonLink>
        )}
        {!gone && (
          <ButtonLink href={paths.withdrawComment(id)} variant="quiet">
            {t('receipt.now.withdraw')}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}
