import { DateTime } from '~/components/ui/date-time'
import { Figure } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import type { AdminOverview } from '~/queries/get-admin-overview.server'
import { REGISTERS } from './admin-page'
import { Ledger, LedgerRow } from './ledger'

const UNITS = {
  people: 'admin.unit.people',
  departments: 'admin.unit.bodies',
  studios: 'admin.unit.bodies',
  studioTypes: 'admin.unit.entries',
  districts: 'admin.unit.entries',
  categories: 'admin.unit.entries',
  reasons: 'admin.unit.entries',
  dueRules: 'admin.unit.entries',
  carriedRates: 'admin.unit.entries',
} as const

/** The registers as the table of contents of a book: a name, what it holds, and how much. */
export function RegisterIndex(props: { overview: AdminOverview }) {
  const { t } = useTranslate()
  const { registers, calendar } = props.overview
  return (
    <Section id="registers" title={t('admin.registers.title')}>
      <Ledger label={t('admin.registers.title')}>
        {REGISTERS.map(({ name, href }) => (
          <LedgerRow
            key={name}
            split
            href={href}
            name={t(`admin.${name}`)}
            margin={
              name !== 'calendar' ? (
                <Figure value={registers[name]} unit={t(UNITS[name], { n: registers[name] })} />
              ) : (
                calendar.publishedThrough && (
                  <>
                    {t('admin.unit.through')}{' '}
                    <DateTime value={`${calendar.publishedThrough}T00:00:00+08:00`} show="day" />
                  </>
                )
              )
            }
          >
            {t(`admin.registers.${name}.text`)}
          </LedgerRow>
        ))}
      </Ledger>
    </Section>
  )
}
