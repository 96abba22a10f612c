import { statisticsTable } from '~/components/statistics/statistics-table'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { everybody } from '~/policies/access'
import { getStatistics, statisticsPlace } from '~/queries/get-statistics.server'
import { csvFile } from '~/server/export/csv.server'
import { guardedLoader } from '~/server/http/guard.server'

/** The statistics as a file for spreadsheets: what stands on the page. */
export const loader = guardedLoader(everybody, async ({ scope, url }) => {
  const { period, filter } = statisticsPlace(url.searchParams)
  const statistics = await getStatistics(scope, period, filter)
  const { head, rows } = statisticsTable(statistics, translator(CATALOGUES[scope.language]))
  return csvFile(`statistics-${shanghaiDate(scope.now)}-${period}m`, head, rows)
})
