import type { ReactNode } from 'react'
import { Disclosure } from '~/components/ui/disclosure'
import { classNames } from '~/components/ui/class-names'
import type { Loaded } from '~/components/ui/loaded'
import { lastDay } from '~/domain/response/due'
import { GRADES, RATING_ASPECTS, type Grade, type RatingAspect } from '~/domain/response/rating'
import { RESULT_LETTERS, type DeclaredResult } from '~/domain/response/response'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { EvaluationView } from '~/queries/list-evaluations.server'
import styles from './both-sides.module.css'
import { GradeLine } from './grade-line'

/**
 * What the department declares and what those who raised the matter say, side by side: two judgements of two
 * parties, of which neither is reckoned into the other.
 */
export function BothSides(props: {
  responseId: string
  result: DeclaredResult
  evaluation: Loaded<EvaluationView>
  /** Until when it can be rated, for readers who are not invited to. */
  until?: ReactNode
}) {
  const { t, language } = useTranslate()
  const { responseId, result, evaluation, until } = props
  const { invited, rated, texts } = evaluation
  const counts = { invited, rated, unrated: Math.max(0, invited - rated) }
  const date = formatDate(lastDay(new Date(evaluation.closesAt)), language)
  return (
    <>
      <div className={styles.sides} role="group" aria-label={t('rating.side.label')}>
        <div className={styles.side}>
          <p className={styles.who}>{t('rating.side.declared')}</p>
          <p className={styles.declared}>
            {t('response.result.withLetter', {
              letter: RESULT_LETTERS[result],
              result: t(`response.result.${result}`),
            })}
          </p>
        </div>
        <div className={classNames(styles.side, styles.residents)}>
          <p className={styles.who}>{t('rating.side.residents')}</p>
          {rated > 0 ? (
            <Tallies tallies={evaluation.tallies} />
          ) : (
            <p className={styles.declared}>{t('rating.side.nobody')}</p>
          )}
          <p className={styles.quiet}>{t('rating.side.counts', counts)}</p>
          <p className={styles.quiet} data-print="no">
            {until ?? (
              <>
                {t('rating.side.open', { date })}{' '}
                <a href={paths.rateResponse(responseId)}>{t('rating.side.rate')}</a>
              </>
            )}
          </p>
        </div>
      </div>
      {texts.length > 0 && (
        <Disclosure summary={t('rating.side.texts', { n: texts.length })}>
          <ul role="list" className={styles.texts}>
            {texts.map((each) => (
              <li key={each.id}>
                <p>
                  <b>{each.name}</b>
                </p>
                <p className={styles.words}>{each.text}</p>
                <GradeLine grades={each} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

function Tallies({ tallies }: { tallies: EvaluationView['tallies'] }) {
  const { t } = useTranslate()
  const countOf = (aspect: RatingAspect, grade: Grade) =>
    tallies.find((each) => each.aspect === aspect && each.grade === grade)?.count ?? 0
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('rating.side.table')}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.aspect}>
            <span className="visually-hidden">{t('rating.side.aspect')}</span>
          </th>
          {GRADES.map((grade) => (
            <th key={grade} scope="col" className={styles.head}>
              {t(`rating.grade.${grade}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {RATING_ASPECTS.map((aspect) => (
          <tr key={aspect}>
            <th scope="row" className={styles.aspect}>
              {t(`rating.aspect.${aspect}`)}
            </th>
            {GRADES.map((grade) => {
              const count = countOf(aspect, grade)
              return (
                <td key={grade} className={classNames(styles.count, count > 0 && styles.some)}>
                  {count}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
