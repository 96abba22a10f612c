import { DateTime } from '~/components/ui/date-time'
import { Figure, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import type { AdminOverview } from '~/queries/get-admin-overview.server'
import { REGISTERS } from './admin-page'
import styles from './register-index.module.css'

/** The registers as the table of contents of a book: a name, what it holds, and how much. */
export function RegisterIndex(props: { overview: AdminOverview }) {
  const { t } = useTranslate()
  const { registers, calendar } = props.overview
  const units = {
    people: 'admin.unit.people',
    departments: 'admin.unit.bodies',
    studios: 'admin.unit.bodies',
    studioTypes: 'admin.unit.entries',
    districts: 'admin.unit.entries',
    categories: 'admin.unit.entries',
    reasons: 'admin.unit.entries',
  } as const
  return (
    <Section id="registers" title={t('admin.registers.title')}>
      <RuledList label={t('admin.registers.title')}>
        {REGISTERS.map(({ name, href }) => (
          <RuledItem
            key={name}
            margin={
              name === 'calendar' ? (
                calendar.publishedThrough && (
                  <span>
                    {t('admin.unit.through')}{' '}
                    <DateTime value={`${calendar.publishedThrough}T00:00:00+08:00`} show="day" />
                  </span>
                )
              ) : (
                <Figure value={registers[name]} unit={t(units[name], { n: registers[name] })} />
              )
            }
          >
            <a className={styles.name} href={href}>
              {t(`admin.${name}`)}
            </a>
            <p className={styles.text}>{t(`admin.registers.${name}.text`)}</p>
          </RuledItem>
        ))}
      </RuledList>
    </Section>
  )
}
