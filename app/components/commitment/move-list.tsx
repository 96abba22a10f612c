import { DateTime } from '~/components/ui/date-time'
import type { Loaded } from '~/components/ui/loaded'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { noonOf } from '~/domain/shared/day'
import { formatDate, formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskCommitmentView } from '~/queries/get-commitment.server'
import type { WaitingMove } from '~/queries/list-desk-commitments.server'

/** Other days that departments ask for, as they wait for who assigns. */
export function MoveList({ moves }: { moves: ReadonlyArray<Loaded<WaitingMove>> }) {
  const { t, language } = useTranslate()
  const day = (text: string) => formatDate(noonOf(text), language)
  return (
    <RuledList ordered label={t('commitment.desk.view.moves')}>
      {moves.map((move) => (
        <RuledItem key={move.id} margin={<DateTime value={move.askedAt} show="monthDay" />}>
          <h3>
            <a href={paths.deskCommitment(move.commitmentId)}>{move.words}</a>
          </h3>
          <p>{move.reason}</p>
          <MetaLine>
            <span>{move.department}</span>
            <span>{t('commitment.desk.move', { from: day(move.fromOn), to: day(move.toOn) })}</span>
          </MetaLine>
        </RuledItem>
      ))}
    </RuledList>
  )
}

/** What was asked for one promise, the newest first, and what came of it. */
export function AskedMoves({ moves }: { moves: Loaded<DeskCommitmentView>['moves'] }) {
  const { t, language } = useTranslate()
  const day = (text: string) => formatDate(noonOf(text), language)
  const at = (value: Date | string | null) =>
    value ? formatDateTime(new Date(value), language) : ''
  return (
    <RuledList label={t('commitment.moves.title')}>
      {moves.map((move) => (
        <RuledItem key={move.id}>
          <p>
            <strong>
              {t('commitment.desk.move', { from: day(move.fromOn), to: day(move.toOn) })}
            </strong>
          </p>
          <p>{move.reason}</p>
          <MetaLine>
            <span>{t('commitment.move.asked', { name: move.askedBy, at: at(move.askedAt) })}</span>
            <span>
              {t(`commitment.move.${move.outcome ?? 'waiting'}`, {
                name: move.decidedBy ?? '',
                at: at(move.decidedAt),
              })}
            </span>
          </MetaLine>
          {move.decisionWords && <p>{move.decisionWords}</p>}
        </RuledItem>
      ))}
    </RuledList>
  )
}
