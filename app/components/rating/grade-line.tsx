import { MetaLine } from '~/components/ui/ruled-list'
import { Tag, type Tone } from '~/components/ui/tag'
import { RATING_ASPECTS, type Grade, type Grades } from '~/domain/response/rating'
import { useTranslate } from '~/i18n/use-translate'

const TONES: Record<Grade, Tone> = {
  satisfied: 'song',
  mostlySatisfied: 'plain',
  dissatisfied: 'zhu',
}

/** One person's three grades in a row: 解决程度 不满意, 办理态度 满意, … */
export function GradeLine({ grades }: { grades: Grades }) {
  const { t } = useTranslate()
  return (
    <MetaLine>
      {RATING_ASPECTS.map((aspect) => (
        <span key={aspect}>
          {t(`rating.aspect.${aspect}`)}{' '}
          <Tag tone={TONES[grades[aspect]]}>{t(`rating.grade.${grades[aspect]}`)}</Tag>
        </span>
      ))}
    </MetaLine>
  )
}
